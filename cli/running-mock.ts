import { type Client, createClient } from '../contract/client.js';
import { type ControlOperations, controlOperations } from '../contract/control/index.js';
import { said, UsageError } from '../contract/texts/said.js';
import { withoutSlash } from '../contract/without-slash.js';
import { type ControlTokenOptions, controlTokenOf } from './control-token.js';
import { longFetch } from './to-dcm.js';

export interface RunningMockOptions extends ControlTokenOptions {
  readonly mockUrl: string;
}

/** The control API of a mock that already runs. */
export interface RunningMock {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly control: Client<ControlOperations>;
}

/** Asks nothing yet. @throws {UsageError} if the token cannot be used */
export async function runningMock(options: RunningMockOptions): Promise<RunningMock> {
  const baseUrl = withoutSlash(options.mockUrl);
  const token = await controlTokenOf(options);
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const control = createClient(controlOperations, { baseUrl, headers: () => headers, fetch: longFetch });
  return { baseUrl, headers, control };
}

/** Whether a control API asks for its token with this status. */
export const needsToken = (status: number): boolean => status === 401 || status === 403;

export const tokenNeeded = (baseUrl: string): UsageError =>
  new UsageError(
    said(
      `--mock-url ${baseUrl}: the mock wants its control token: --control-token-file FILE, DCM_CONTROL_TOKEN or --control-token TOKEN`,
      `--mock-url ${baseUrl}: імітатору потрібен його токен API керування: --control-token-file ФАЙЛ, DCM_CONTROL_TOKEN або --control-token ТОКЕН`,
    ),
  );
