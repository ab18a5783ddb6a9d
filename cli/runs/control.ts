import { ApiError, type Client, createClient, errorText, isNotFound } from '../../contract/client.js';
import { type ControlOperations, controlOperations } from '../../contract/control/index.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { inUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { causeOf } from '../../contract/wire/cause.js';
import { withoutSlash } from '../../contract/without-slash.js';
import { type ControlTokenOptions, controlTokenOf } from '../control-token.js';
import { longFetch } from '../to-dcm.js';

export interface RunsOptions extends ControlTokenOptions {
  readonly mockUrl: string;
  readonly lang?: string;
}

/** The control API of the mock whose runs are meant. */
export interface MockOfRuns {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly control: Client<ControlOperations>;
}

export async function mockOfRuns(options: RunsOptions): Promise<MockOfRuns> {
  const baseUrl = withoutSlash(options.mockUrl);
  const token = await controlTokenOf(options);
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const control = createClient(controlOperations, { baseUrl, headers: () => headers, fetch: longFetch });
  return { baseUrl, headers, control };
}

/** Why the mock does not do what is asked of its runs, and what to do about it. */
export function refusedBy(baseUrl: string, error: unknown): unknown {
  if (error instanceof UsageError) return error;
  const at = `--mock-url ${baseUrl}`;
  if (!(error instanceof ApiError)) {
    const cause = causeOf(error);
    return new UsageError(
      said(
        `${at}: no mock responds there: ${cause}; start it with dcm mock, or give the URL that it prints`,
        `${at}: там не відповідає імітатор: ${inUkrainian(cause) ?? cause}; запустіть його командою dcm mock або вкажіть URL, який він вивів`,
      ),
    );
  }
  const text = errorText(error.body);
  if (error.status === 403 || error.status === 401)
    return new UsageError(
      said(
        `${at}: the mock wants its control token: --control-token-file FILE, DCM_CONTROL_TOKEN or --control-token TOKEN`,
        `${at}: імітатору потрібен його токен API керування: --control-token-file ФАЙЛ, DCM_CONTROL_TOKEN або --control-token ТОКЕН`,
      ),
    );
  if (isNotFound(error))
    return new UsageError(
      said(
        `${at}: ${text}; dcm runs list shows the runs, and the mock names its banks at its start (--verify)`,
        `${at}: ${inUkrainian(text) ?? text}; прогони виводить dcm runs list, а банки задають під час запуску імітатора (--verify)`,
      ),
    );
  if (error.status === 404 || error.status === 200)
    return new UsageError(
      said(
        `${at}: the mock there does not know runs: start one of this version`,
        `${at}: тамтешній імітатор не знає прогонів: запустіть імітатор цієї версії`,
      ),
    );
  // What is wrong with an order is about an option of this command.
  const [, option] = /^(steps|tags|readings|defect): /.exec(text) ?? [];
  if (error.status === 400 && option !== undefined)
    return new UsageError(said(`--${text}`, `--${inUkrainian(text) ?? text}`));
  return new UsageError(said(`${at}: ${text}`, `${at}: ${inUkrainian(text) ?? text}`));
}
