import { authorizationAnswers } from '../../contract/bank-service.js';
import type { JournalEntry } from '../../contract/control/journal.js';
import type { RecordedExchange } from '../../contract/recording.js';
import { redactBody, redactHeaders } from '../../contract/redact.js';
import type { Transport } from '../../contract/wire/transport.js';
import { spellingHeaders } from '../../mock-server/bank/header-names.js';
import { tokenOf } from '../../mock-server/journal/entry.js';
import type { TestMock } from '../../mock-server/mock.testing.js';
import type { Recording } from './read.js';

export const runOf = (more: Partial<Recording['run']> = {}): Recording['run'] => ({
  recording: 1,
  begun: '2026-01-05T12:00:00.000Z',
  upstream: 'https://stage.test',
  bank: 'https://bank.test',
  part: 1,
  versions: { dcm: '0.0.0', node: '20.19.0' },
  ...more,
});

/** What a client was answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Changes what a stage answers, on its way to the client. */
export type Change = (answered: Answered, operation: string) => Answered;

/** Headers that only the mock sends: a stage says nothing like this. */
const own: ReadonlySet<string> = new Set(['dcm-reason', 'dcm-finding']);

const parsed = (text: string): unknown => {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
};

const without = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !own.has(name)));

/**
 * Stands between a mock and its banks, and records what they send each other as a proxy does: without what only the
 * mock knows, and in the order in which exchanges end. Requests go one after the other.
 */
export function recordedStage(
  mock: TestMock,
  { change = (same) => same, ms = 0 }: { readonly change?: Change; readonly ms?: number } = {},
) {
  const { journal, inProcess } = mock;
  const exchanges: RecordedExchange[] = [];
  const kept = new Map<number, RecordedExchange>();
  const recorded = (seq: number): Pick<RecordedExchange, 'token'> => {
    const found = journal.around(seq)?.kept;
    const token = found && tokenOf(found);
    return token ? { token } : {};
  };
  /** Headers of a request of DCM as they are on the wire. */
  const onWire = ({ direction, operation, request: { headers } }: JournalEntry) => {
    if (direction === 'in') return headers;
    const { connections } = mock.profile();
    const kept = connections === 'kept' && Object.hasOwn(authorizationAnswers, operation);
    return { ...headers, connection: kept ? 'keep-alive' : 'close' };
  };
  const spelled = (headers: Readonly<Record<string, string>>): string[] => {
    let names: string[] = [];
    const look: Transport = (request) => {
      names = Object.keys(request.headers);
      return Promise.resolve({ status: 200, headers: {}, text: '' });
    };
    void spellingHeaders(look, mock.profile)({ method: 'GET', url: '', headers, timeoutMs: 1 });
    return names;
  };
  journal.listen({
    recorded(_exchange, entry) {
      const headers = onWire(entry);
      const one: RecordedExchange = {
        ...entry,
        request: { ...entry.request, headers },
        reason: '',
        findings: [],
        ...recorded(entry.seq),
        header_names: { request: spelled(headers), response: Object.keys(entry.response.headers) },
      };
      if (entry.direction === 'out') exchanges.push(one);
      else kept.set(entry.seq, one);
    },
    closed: () => {},
  });

  return {
    /** One request of the bank, as the stage answers it. */
    async ask(
      method: string,
      path: string,
      headers: Record<string, string>,
      body?: unknown,
    ): Promise<Answered> {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const type = { 'content-type': 'application/json' };
      const answering = inProcess(`http://stage.test${path}`, {
        method,
        headers: { ...type, ...headers },
        ...sent,
      });
      const response = await passing(answering, mock);
      const [seq = 0, entry] = [...kept].at(-1) ?? [];
      if (!entry) throw new Error(`${method} ${path} is not in the journal`);
      kept.delete(seq);
      const text = await response.text();
      mock.time.pass(ms);
      const plain = {
        status: response.status,
        headers: without(Object.fromEntries(response.headers.entries())),
        text,
      };
      const came = change(plain, entry.operation);
      const length = { 'content-length': String(Buffer.byteLength(came.text)) };
      exchanges.push({
        ...entry,
        ms: entry.ms + ms,
        status: came.status,
        response: {
          headers: redactHeaders({ ...came.headers, ...length }),
          body: redactBody(parsed(came.text)),
        },
      });
      return came;
    },

    recording: (name = 'stage.ndjson'): Recording => ({ name, run: runOf(), exchanges: [...exchanges] }),
  };
}

export type RecordedStage = ReturnType<typeof recordedStage>;

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

/** Harmless variation includes short delays, for which time has to pass; otherwise it stands still. */
async function passing<Result>(work: Promise<Result>, { time, profile }: TestMock): Promise<Result> {
  if (profile().tolerances === 'off') return work;
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    time.pass(1);
  }
  return done;
}
