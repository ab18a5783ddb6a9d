import { authorizationAnswers } from '../../contract/bank-service.js';
import { errorText } from '../../contract/client.js';
import type { JournalEntry } from '../../contract/control/journal.js';
import { findRule } from '../../contract/rules/index.js';
import { describe, fromJournal, shown } from '../exchange.js';
import { situationOf, type Trouble } from '../trouble.js';

/** What is known of the run beside the journal. */
export interface RunKnown {
  /** `User-Agent` of the harness. */
  readonly agent: string;
  /** Whom the bank has to refuse. */
  readonly forbidden: string;
  readonly unknown: readonly string[];
  readonly keyKeepers: readonly string[];
}

const methodRules: Readonly<Record<string, string>> = {
  user_auth: 'AUTH-01',
  key: 'AUTH-02',
  external_id: 'AUTH-03',
};

/** Refusals whose words tell the rule, whatever else was noticed; the first that fits. */
const byWords: readonly (readonly [RegExp, string])[] = [
  [/^multisignature stopped: .*answered 404/, 'SIGN-04'],
  [/^multisignature stopped/, 'SIGN-01'],
];

const byReason: Readonly<Record<string, (entry: JournalEntry) => string>> = {
  session: () => 'LOGIN-04',
  credential: ({ request }) => (request.headers['cx-authorization'] ? 'BANKJWT-01' : 'LOGIN-02'),
};

const isLogin = ({ operation, url }: JournalEntry) =>
  /Login(?:Flow)?$/.test(operation) || url.includes('/self-service/login');

const isQuestion = ({ direction, operation }: JournalEntry) =>
  direction === 'out' && Object.hasOwn(authorizationAnswers, operation);

const evidence = (entry: JournalEntry): Pick<Trouble, 'situation' | 'curl' | 'exchange'> => {
  const exchange = fromJournal(entry);
  return { situation: situationOf(exchange), curl: exchange.curl, exchange: shown(exchange) };
};

/** MUST before SHOULD: what was refused was refused for that. */
const namedBy = ({ findings }: JournalEntry) =>
  findings.find(({ rule }) => findRule(rule)?.level === 'must') ?? findings[0];

/** A question of DCM that the bank did not answer as it has to. */
function answerTrouble(
  entry: JournalEntry,
  entries: readonly JournalEntry[],
  { forbidden, unknown, agent }: RunKnown,
): Trouble[] {
  const { operation, claims, error, status } = entry;
  const found = namedBy(entry);
  if (found === undefined && status !== 401) return [];
  // Refused as it has to be.
  if (claims?.sub === forbidden || unknown.includes(claims?.obj ?? '')) return [];
  const answered = entries.some(
    (other) =>
      isQuestion(other) &&
      other.seq > entry.seq &&
      other.operation === operation &&
      other.claims?.flow === claims?.flow &&
      other.claims?.obj === claims?.obj &&
      other.status === 200 &&
      other.findings.length === 0,
  );
  if (answered) return [];
  const asker = entries.find(({ seq }) => seq === entry.cause);
  const seen = evidence(entry);
  // The bank's own request was under way, and waits for this answer.
  const waits = asker !== undefined && asker.request.headers['user-agent'] !== agent;
  const words = error !== '' ? error : (found?.text ?? describe(fromJournal(entry)));
  return [
    {
      kind: 'answer',
      rule: found?.rule ?? methodRules[operation] ?? '',
      expected: `200 from /${operation} with flow ${claims?.flow} about ${claims?.obj}`,
      text: words.includes(`/${operation}`) ? words : `/${operation}: ${words}`,
      ...seen,
      situation: seen.situation === 'time-out' && waits ? 'one-thread' : seen.situation,
    },
  ];
}

/** What DCM asked last before it refused. */
const lastAsked = (entry: JournalEntry, entries: readonly JournalEntry[]) =>
  entries.filter((other) => isQuestion(other) && other.cause === entry.seq).at(-1);

/** The secret that DCM got is another one than the one with which the entity was made; two users may share an id. */
function secretRule(entry: JournalEntry, entries: readonly JournalEntry[], { keyKeepers }: RunKnown): string {
  if (entries.some(({ findings }) => findings.some(({ rule }) => rule === 'REQUEST-04'))) return 'REQUEST-04';
  return keyKeepers.includes(lastAsked(entry, entries)?.claims?.obj ?? '') ? 'KEY-02' : 'KEY-03';
}

function ruleOfRefusal(entry: JournalEntry, entries: readonly JournalEntry[], known: RunKnown): string {
  const error = errorText(entry.response.body);
  if (isLogin(entry)) return 'LOGIN-01';
  if (error.includes('failed to decrypt seed')) return secretRule(entry, entries, known);
  if (error.includes('external id has changed')) {
    return lastAsked(entry, entries)?.operation === 'external_id' ? 'AUTH-03' : 'KEY-06';
  }
  const words = byWords.find(([pattern]) => pattern.test(error));
  return words?.[1] ?? namedBy(entry)?.rule ?? byReason[entry.reason]?.(entry) ?? '';
}

/** A request of the bank that DCM refused, and that did not succeed later. */
function refusalTrouble(entry: JournalEntry, entries: readonly JournalEntry[], known: RunKnown): Trouble[] {
  const questions = entries.filter((other) => isQuestion(other) && other.cause === entry.seq);
  // Told by the answer of the bank.
  if (
    entry.reason === 'declined' &&
    questions.some((question) => question.status !== 200 || question.findings.length > 0)
  ) {
    return [];
  }
  const succeeded = entries.some(
    (other) =>
      other.direction === 'in' &&
      other.seq > entry.seq &&
      other.operation === entry.operation &&
      other.status < 400,
  );
  const kind = succeeded ? 'repeated' : isLogin(entry) ? 'login' : entry.method === 'GET' ? 'read' : 'order';
  const what = entry.operation === '' ? `${entry.method} ${entry.url}` : entry.operation;
  const why = [errorText(entry.response.body), ...entry.findings.map(({ text }) => text)];
  return [
    {
      kind,
      rule: ruleOfRefusal(entry, entries, known),
      expected: `${what}, served`,
      text: `DCM refused ${what} with ${entry.status}: ${[...new Set(why)].filter(Boolean).join('; ')}`,
      ...evidence(entry),
      situation: '',
    },
  ];
}

function servedTroubles(entry: JournalEntry): Trouble[] {
  return entry.findings.map(({ rule, text }) => ({
    kind: 'served' as const,
    rule,
    expected: 'no finding by DCM',
    text: `DCM found in ${entry.operation || entry.url}: ${text}`,
    ...evidence(entry),
    situation: '' as const,
  }));
}

/**
 * What went wrong in these exchanges, in their order: questions that the bank did not answer, requests that DCM
 * refused, and what DCM noticed in those that it served. Callbacks and `/sign` are left to their checks.
 */
export function troublesIn(entries: readonly JournalEntry[], known: RunKnown): Trouble[] {
  return entries.flatMap((entry) => {
    if (isQuestion(entry)) return answerTrouble(entry, entries, known);
    if (entry.direction === 'out' || entry.request.headers['user-agent'] === known.agent) return [];
    return entry.status >= 400 ? refusalTrouble(entry, entries, known) : servedTroubles(entry);
  });
}
