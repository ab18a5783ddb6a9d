import type { Claims } from '../../contract/bank-service.js';
import type { RecordedExchange } from '../../contract/recording.js';
import type { Journal } from '../../mock-server/journal/journal.js';

/**
 * Puts what passes into a journal as the mock has one, without the secrets that the recording hides.
 * @param counterpartyGuid the bank whose service DCM calls; empty if unknown
 */
export const feedTo =
  (journal: Journal, counterpartyGuid: string) =>
  ({ request, response, token: _token, header_names: _names, ...entry }: RecordedExchange): void => {
    // The proxy has numbered it.
    while (journal.last < entry.seq) journal.nextSeq();
    const { claims, ...facts } = entry;
    journal.record({
      ...facts,
      counterparty_guid: entry.direction === 'out' ? counterpartyGuid : entry.counterparty_guid,
      requestHeaders: request.headers,
      requestBody: request.body ?? undefined,
      responseHeaders: response.headers,
      responseBody: response.body ?? undefined,
      ...(claims && { claims: { flow: '', obj: '', sub: '', iat: 0, exp: 0, ...claims } as Claims }),
    });
  };
