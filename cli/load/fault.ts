import type { LoadFault } from '../../contract/load.js';
import { printable } from '../../contract/printable.js';
import { causeOf } from '../../contract/wire/cause.js';
import { TransportError } from '../../contract/wire/transport.js';
import type { Hit } from './shot.js';

/** Characters of an example. */
const longest = 300;

export type Fault = NonNullable<Hit['fault']>;

/** @param hide leaves out what no report may show */
export const faultOf = (fault: LoadFault, text: string, hide: (text: string) => string): Fault => ({
  fault,
  example: printable(hide(text), longest),
});

export function faultOfStatus(status: number): LoadFault {
  if (status === 401) return 'unauthorized';
  if (status >= 500) return 'server-error';
  return status >= 400 ? 'client-error' : 'other-status';
}

const byCode: Readonly<Record<string, LoadFault>> = {
  ECONNREFUSED: 'refused-connection',
  ECONNRESET: 'closed-connection',
  EPIPE: 'closed-connection',
  ETIMEDOUT: 'no-answer',
};

/** The error of the network behind another one. */
const transportErrorIn = (error: unknown): TransportError | undefined =>
  [error, error instanceof Error ? error.cause : undefined].find((one) => one instanceof TransportError);

/** Why no answer came. */
export function faultOfError(error: unknown): readonly [LoadFault, string] {
  const failed = transportErrorIn(error);
  if (failed?.own) return ['generator', causeOf(error)];
  return [byCode[failed?.code ?? ''] ?? 'network', causeOf(error)];
}
