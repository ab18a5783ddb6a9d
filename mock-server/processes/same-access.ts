import { createHmac } from 'node:crypto';
import { said, UsageError } from '../../contract/texts/said.js';
import type { StartOptions } from '../start-options.js';
import type { Processes } from '../store/postgres/processes.js';

/** What all processes must have been given alike; it does not say what that is. */
export const accessOf = (
  secret: string,
  { controlToken = '', viewerToken = '', metricsToken = '' }: StartOptions,
): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([controlToken, viewerToken, metricsToken]))
    .digest('hex');

/** @throws {UsageError} if another process that lives has other tokens: which one serves a request is chance */
export async function requireSameAccess(
  processes: Processes,
  process: number,
  access: string,
): Promise<void> {
  const other = await processes.contrary(process, access);
  if (other === undefined) return;
  throw new UsageError(
    said(
      `the process at ${other} was started with other tokens: give all that share a database the same control token, viewer token and metrics token`,
      `процес за адресою ${other} запущено з іншими токенами: надайте всім, у яких спільна база даних, однакові токени керування, перегляду та метрик`,
    ),
  );
}
