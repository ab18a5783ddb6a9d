import { ApiError, errorText, isNotFound } from '../../contract/client.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { inUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { causeOf } from '../../contract/wire/cause.js';
import { needsToken, tokenNeeded } from '../running-mock.js';

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
  if (needsToken(error.status)) return tokenNeeded(baseUrl);
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
