import type { RecordedExchange } from '../../contract/recording.js';
import { tokenOf } from '../../mock-server/journal/entry.js';
import type { TestMock } from '../../mock-server/mock.testing.js';
import type { Recording } from './read.js';

/** Headers that only the mock sends: a stage says nothing like this. */
const own: ReadonlySet<string> = new Set(['dcm-reason', 'dcm-finding']);

const asOfStage = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !own.has(name)));

export const runOf = (more: Partial<Recording['run']> = {}): Recording['run'] => ({
  recording: 1,
  begun: '2026-01-05T12:00:00.000Z',
  upstream: 'https://stage.test',
  bank: 'https://bank.test',
  part: 1,
  versions: { dcm: '0.0.0', node: '20.19.0' },
  ...more,
});

/** Records what a mock and a bank send each other from now on, as somebody between them sees it. */
export function recordingOf({ journal, bank }: Pick<TestMock, 'journal' | 'bank'>): () => Recording {
  const exchanges: RecordedExchange[] = [];
  journal.listen({
    recorded({ seq, direction, responseText }, entry) {
      const kept = journal.around(seq)?.kept;
      const token = kept && tokenOf(kept);
      const sent =
        direction === 'out' ? bank.asked.findLast(({ url }) => url === entry.url)?.headers : undefined;
      const headers = asOfStage(entry.response.headers);
      if (direction === 'in' && typeof responseText === 'string')
        headers['content-length'] = String(Buffer.byteLength(responseText));
      exchanges.push({
        ...entry,
        reason: '',
        findings: [],
        response: { ...entry.response, headers },
        ...(token ? { token } : {}),
        header_names: {
          request: Object.keys(sent ?? entry.request.headers),
          response: Object.keys(headers),
        },
      });
    },
    closed: () => {},
  });
  return () => ({ name: 'stage.ndjson', run: runOf(), exchanges: [...exchanges] });
}

/** A recording of exchanges that are written down: only what matters is given. */
export function written(...given: readonly Given[]): Recording {
  return { name: 'stage.ndjson', run: runOf(), exchanges: given.map(exchangeOf) };
}

/** An exchange in a few words. */
export type Given = Partial<Omit<RecordedExchange, 'request' | 'response'>> & {
  readonly operation: string;
  readonly asked?: unknown;
  readonly answered?: unknown;
  readonly headers?: Record<string, string>;
  readonly requestHeaders?: Record<string, string>;
};

function exchangeOf(
  { asked = null, answered = null, headers = {}, requestHeaders = {}, ...given }: Given,
  index: number,
): RecordedExchange {
  return {
    seq: index + 1,
    at: new Date(Date.UTC(2026, 0, 5, 12, 0, 0, index)).toISOString(),
    direction: 'in',
    counterparty_guid: '',
    method: 'GET',
    url: '/',
    status: 200,
    ms: 0,
    cause: 0,
    reason: '',
    error: '',
    findings: [],
    header_names: { request: Object.keys(requestHeaders), response: Object.keys(headers) },
    ...given,
    request: { headers: requestHeaders, body: asked },
    response: { headers, body: answered },
  };
}
