import { ApiError } from '../../contract/client.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { inUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { causeOf } from '../../contract/wire/cause.js';
import { needsToken, tokenNeeded } from '../running-mock.js';

/** Why the journal of a mock cannot be read, and what to do about it. */
export function unreadable(baseUrl: string, error: unknown): UsageError {
  const at = `--mock-url ${baseUrl}`;
  if (error instanceof ApiError) {
    if (needsToken(error.status)) return tokenNeeded(baseUrl);
    return new UsageError(
      said(
        `${at}: no mock of this version responds there (${error.status} to GET /control/v1/journal/entries)`,
        `${at}: там не відповідає імітатор цієї версії (${error.status} на GET /control/v1/journal/entries)`,
      ),
    );
  }
  const cause = causeOf(error);
  return new UsageError(
    said(
      `${at}: the journal cannot be read: ${cause}; start the mock with dcm mock, or give the URL that it prints`,
      `${at}: журнал не читається: ${inUkrainian(cause) ?? cause}; запустіть імітатор командою dcm mock або вкажіть URL, який він вивів`,
    ),
  );
}
