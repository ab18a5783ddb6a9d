import { authorizationAnswers } from '../../contract/bank-service.js';
import type { Finding } from '../../contract/control/journal.js';
import type { RecordedExchange } from '../../contract/recording.js';
import type { Mark } from '../../contract/redact.js';
import { entryOf, keepRequest, tokenIn } from '../../mock-server/journal/entry.js';
import type { Answered, Asked, Seen } from '../proxy/direction.js';
import { pairsOf, type RawHeaders } from '../proxy/headers.js';
import type { TappedBody } from '../proxy/tap.js';
import { type ReadExchange, type ReadRequest, readRequest, readResponse } from './exchange.js';
import { createHiding } from './hiding.js';

/** What is to be said at once about an exchange. */
export interface Judge {
  /** About a request, before its response. */
  readonly request: (request: ReadRequest) => readonly Finding[];
  /** About its response. */
  readonly response: (exchange: ReadExchange) => readonly Finding[];
}

export interface RecorderParts {
  readonly mark: Mark;
  /** Secrets that are known by their value. */
  readonly secrets: readonly string[];
  readonly judge: Judge;
  /** Writes an exchange as JSON. */
  readonly write: (line: string) => void;
  /** Told of each exchange as it is recorded. */
  readonly shown: (exchange: RecordedExchange) => void;
}

/** One object as JSON, of two that are JSON already and have a member each at least. */
const joined = (one: string, other: string): string => `${one.slice(0, -1)},${other.slice(1)}`;

const namesOf = (raw: RawHeaders): string[] => [...pairsOf(raw)].map(([name]) => name);

/** Length and hash of a body that was too long to be kept. */
const shortenedBy = ({ length, sha256 }: TappedBody) =>
  sha256 === undefined ? {} : { shortened: { length, sha256 } };

/** Most secrets of users, and most sessions, that are learned from what goes by. */
const mostLearned = 1000;

/** The secret of a user that the bank has just served. */
function servedIn({ direction, operation, status, responseBody }: ReadExchange): string | undefined {
  if (direction !== 'out' || status !== 200 || !Object.hasOwn(authorizationAnswers, operation))
    return undefined;
  const key: unknown =
    typeof responseBody === 'object' && responseBody !== null ? Reflect.get(responseBody, 'key') : undefined;
  return typeof key === 'string' ? key : undefined;
}

/** The tokens of a session that DCM has just begun: at a login, or at a recovery. */
function sessionsIn({ direction, responseBody }: ReadExchange): string[] {
  if (direction !== 'in' || typeof responseBody !== 'object' || responseBody === null) return [];
  const continued: unknown = Reflect.get(responseBody, 'continue_with');
  const places = [responseBody, ...(Array.isArray(continued) ? continued : [])];
  return places
    .flatMap((place) => [place?.session_token, place?.ory_session_token])
    .filter((token) => typeof token === 'string');
}

/** A body that is nested so deeply that nobody can judge it is recorded all the same. */
function judged<Read>(judge: (read: Read) => readonly Finding[], read: Read): readonly Finding[] {
  try {
    return judge(read);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** Reads, judges, redacts and writes each exchange before its client has the whole response. */
export function createRecorder({ mark, secrets, judge, write, shown }: RecorderParts) {
  const known = createHiding(mark);
  for (const secret of secrets) known.learn(secret);
  const learned = { users: 0, sessions: 0 };

  function learn(kind: keyof typeof learned, secret: string): void {
    if (learned[kind] >= mostLearned) return;
    learned[kind] += 1;
    known.learn(secret);
  }

  /** Does all that can be done before the response. */
  function ask(asked: Asked): (answered: Answered) => void {
    const request = readRequest(asked);
    const kept = keepRequest(request, mark);
    const token = tokenIn(request, mark);
    const ofRequest = {
      request: { ...kept.request, ...shortenedBy(asked.request.body) },
      ...(kept.claims && { claims: kept.claims }),
      ...(token && { token }),
    };
    const names = namesOf(asked.request.headers);
    const requestJson = JSON.stringify(ofRequest);
    const found = judged(judge.request, request);
    return (answered) => {
      const read = readResponse(request, answered);
      // A request that did not go by whole is not judged.
      const said = answered.error === '' ? found : [];
      const findings = [...said, ...judged(judge.response, read)];
      const served = servedIn(read);
      if (served !== undefined) learn('users', served);
      for (const token of sessionsIn(read)) learn('sessions', token);
      const { request: _, claims: _claims, ...entry } = entryOf({ ...read, findings }, kept, mark);
      const ofResponse = {
        ...entry,
        response: { ...entry.response, ...shortenedBy(answered.response.body) },
        header_names: { request: names, response: namesOf(answered.response.headers) },
      };
      const plain: RecordedExchange = { ...ofResponse, ...ofRequest };
      const line = joined(JSON.stringify(ofResponse), requestJson);
      // Most exchanges hold none of them.
      const recorded = known.mayHold(line) ? known.hide(plain) : plain;
      write(recorded === plain ? line : JSON.stringify(recorded));
      shown(recorded);
    };
  }

  return { ask, record: (seen: Seen): void => ask(seen)(seen) };
}
