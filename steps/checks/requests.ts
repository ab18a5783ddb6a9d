import type { JournalEntry } from '../../contract/control/journal.js';
import type { ActAnswer } from '../../contract/driver.js';
import { redactBody } from '../../contract/redact.js';
import type { RuleId } from '../../contract/rules/index.js';
import { isSame, withPlainGuids } from '../../contract/same.js';
import type { Situation } from '../../contract/texts/situations.js';
import { isServed } from '../journal.js';
import { broken, type Check, check, expect, type Hints } from './check.js';

/** What the bank sent to DCM, as the journal has it. */

/** What was looked for, and the nearest match if it was not found. */
export interface Found {
  readonly entries: readonly JournalEntry[];
  /** Description of what is looked for. */
  readonly wanted: string;
  readonly nearest?: string;
  /** The situation if none was found; `no-request` by default. */
  readonly situation?: Situation;
  /** For a callback: DCM's ledger of its deliveries, in words. */
  readonly ledger?: string;
}

const seenInstead = ({ entries, nearest, ledger }: Found): string => {
  const came = entries.length > 1 ? `${entries.length} found` : 'none';
  return [
    came,
    ...(nearest && entries.length === 0 ? [`nearest: ${nearest}`] : []),
    ...(ledger ? [`delivery ledger: ${ledger}`] : []),
  ].join('; ');
};

/** The outcome of the only match. */
function endedSo(entry: JournalEntry, { ledger }: Found): string {
  const outcome =
    entry.status === 0
      ? `no answer: ${entry.error}`
      : `refused with ${entry.status}: ${JSON.stringify(entry.response.body)}`;
  return ledger ? `${outcome}; delivery ledger: ${ledger}` : outcome;
}

/** DCM may say with any status of success that it has served a request; a bank has to answer 200. */
const wasServed = (entry: JournalEntry): boolean =>
  entry.direction === 'in' ? isServed(entry) : entry.status === 200;

/** It may depend on something else, unless it was done more than once. */
function hintsOf({ entries, situation }: Found): Hints {
  const served = entries.filter(wasServed).length;
  const dependent =
    served === 0 || (served === 1 && entries.every((entry) => wasServed(entry) || entry.findings.length > 0));
  return { dependent, ...(entries.length === 0 ? { situation: situation ?? 'no-request' } : {}) };
}

/** Name of the check below, whatever the rule. */
export const servedOnceName = 'came once and was served';

/** Exactly one request, and DCM served it. */
export const servedOnce = (rule: RuleId): Check<Found> =>
  check(rule, servedOnceName, (seen) => {
    const [entry, further] = seen.entries;
    const once = entry !== undefined && further === undefined;
    return expect(
      once && wasServed(entry),
      `exactly one ${seen.wanted}, served`,
      () => (once ? endedSo(entry, seen) : seenInstead(seen)),
      hintsOf(seen),
    );
  });

export const sighted = (rule: RuleId, name = 'came'): Check<Found> =>
  check(rule, name, (seen) =>
    expect(seen.entries.length > 0, seen.wanted, () => seenInstead(seen), hintsOf(seen)),
  );

export const absent = (rule: RuleId): Check<Found> =>
  check(rule, 'did not come', (seen) =>
    expect(seen.entries.length === 0, `no ${seen.wanted}`, () => `${seen.entries.length} found`),
  );

/** The members of the request body are as the act specifies. */
export const carries = (rule: RuleId, members: Readonly<Record<string, unknown>>): Check<JournalEntry> =>
  check(rule, 'carries what was ordered', (entry) => {
    const body = entry.request.body;
    if (typeof body === 'string' && body.startsWith('[not read')) {
      const why = entry.findings.map(({ text }) => text).join('; ') || `refused with ${entry.status}`;
      return broken('a request that DCM can read', `DCM did not read its body: ${why}`, { dependent: true });
    }
    const wrong = Object.entries(members).filter(
      ([name, value]) =>
        !isSame(typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined, value),
    );
    return expect(
      wrong.length === 0,
      wrong.map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join(', '),
      () => `body ${JSON.stringify(body)}`,
    );
  });

/** No request or response of the bank made DCM record this rule. */
export const noticedNothing = (rule: RuleId): Check<readonly JournalEntry[]> =>
  check(rule, 'nothing noticed in the whole run', (sent) => {
    const against = sent.flatMap(({ method, url, findings }) =>
      findings.filter((finding) => finding.rule === rule).map(({ text }) => `${method} ${url}: ${text}`),
    );
    return expect(
      against.length === 0,
      'no such finding in any request or response of the bank',
      () => `${against.length === 1 ? '1 time' : `${against.length} times, first`}: ${against[0]}`,
    );
  });

/** Confirmations of each draft: the one of the transfer, and those that separate acts asked for. */
export const orderedOnly: Check<{
  readonly confirms: readonly JournalEntry[];
  readonly ordered: ReadonlyMap<string, number>;
}> = check('TRANSFER-10', 'no more confirmations than ordered', ({ confirms, ordered }) => {
  const counts = new Map<string, number>();
  const lost = new Set<string>();
  for (const { request, error } of confirms) {
    const guid = withPlainGuids(String(Reflect.get(Object(request.body), 'guid')));
    // The same confirmation after a lost response moves nothing twice; ORDER-05 advises to read instead.
    if (!lost.has(guid)) counts.set(guid, (counts.get(guid) ?? 0) + 1);
    if (error !== '') lost.add(guid);
  }
  const surplus = [...counts].filter(([guid, count]) => count > 1 + (ordered.get(guid) ?? 0));
  return expect(
    surplus.length === 0,
    'each draft confirmed no more often than the acts asked',
    () =>
      `${surplus.length} drafts confirmed more often, first: ${surplus[0]?.[0]}, ${surplus[0]?.[1]} times`,
  );
});

export const formEncoded: Check<JournalEntry> = check('LOGIN-01', 'is form-encoded', (entry) => {
  const type = entry.request.headers['content-type'] ?? '(none)';
  return expect(
    type.startsWith('application/x-www-form-urlencoded'),
    'content type application/x-www-form-urlencoded',
    () => type,
  );
});

/** What the bank has read agrees with DCM. */
export const understood = (wanted: Readonly<Record<string, unknown>>): Check<object> =>
  check('TRANSFER-09', 'agrees with DCM', (read) => {
    const reported = Object.fromEntries(Object.keys(wanted).map((name) => [name, Reflect.get(read, name)]));
    return expect(
      Object.entries(wanted).every(([name, value]) => isSame(reported[name], value)),
      JSON.stringify(wanted),
      () => JSON.stringify(reported),
    );
  });

/** The bank reports that DCM refused, or that it did not even try. */
export const refusalReported = (rule: RuleId): Check<ActAnswer> =>
  check(rule, 'reports the refusal', (answer) =>
    expect(
      !answer.ok,
      'ok: false from the bank',
      () => `ok: true ${JSON.stringify(redactBody(answer.output ?? {}))}`,
    ),
  );

export const successReported = (rule: RuleId): Check<ActAnswer> =>
  check(rule, 'reports success', (answer) =>
    expect(answer.ok, 'ok: true from the bank', () => `ok: false, ${answer.error ?? 'no reason'}`, {
      dependent: true,
    }),
  );

/** Each refusal of DCM is a failure of one of the acts. */
export const refusalsNoticed: Check<{ readonly refused: number; readonly failures: number }> = check(
  'TRANSFER-05',
  'each refusal is reported',
  ({ refused, failures }) =>
    expect(
      failures >= refused,
      `${refused} acts with ok: false, as many as DCM refused`,
      () => `${failures} with ok: false`,
    ),
);
