import { findRule } from '../../contract/rules/index.js';
import type { CheckRecord } from '../checks/record.js';
import { servedOnceName } from '../checks/requests.js';
import type { Trouble } from '../trouble.js';
import type { ScenarioRun } from './scenario-run.js';

/** Name of the check by which a rule fails that no check of the scenario has named. */
export const noticed = 'noticed by DCM';

/** A single answer that came late is nobody's fault: late answers have checks of their own. */
const hasOwnChecks = (rule: string) => rule === 'AUTH-04';

/** What a refused reading explains; orders do not depend on it. */
const readsBefore = /^(?:SIGN|CALLBACK|LOGIN)-|^TRANSFER-(?:09|11)$/;

const explains = ({ kind, rule: named }: Trouble, { rule, check }: CheckRecord): boolean => {
  if (kind === 'read') return readsBefore.test(rule);
  // Sent once more because it was refused at first.
  if (kind === 'repeated') return named !== '' && check === servedOnceName;
  return kind === 'answer' || kind === 'login' || kind === 'order';
};

/** Blocked scenarios have no rule of their own: whatever went wrong may be behind it. */
const blocks = ({ kind }: Trouble): boolean => !['served', 'act', 'repeated'].includes(kind);

const noticedCheck = ({ rule, expected, text, curl, exchange, situation }: Trouble): CheckRecord => ({
  rule,
  check: noticed,
  ok: false,
  expected,
  actual: text,
  curl,
  exchange,
  ...(situation ? { situation } : {}),
});

/** The failure with what is known about its cause, which is the same rule or none. */
function enriched(check: CheckRecord, { text, situation, curl, exchange }: Trouble): CheckRecord {
  if (check.actual.includes(text)) return check;
  return {
    ...check,
    actual: `${check.actual}; ${text}`,
    curl: check.curl || curl,
    exchange: check.exchange || exchange,
    ...(situation ? { situation } : {}),
  };
}

/**
 * Findings and refusals of the exchanges that belong to a scenario are looked at before it is judged. A check that may
 * depend on something before it does not count where that went wrong: the rule that names the cause takes its place,
 * and the scenario is blocked. Pure.
 */
export function settled(run: ScenarioRun): ScenarioRun {
  const { troubles = [], checks, endedBy } = run;
  if (endedBy.name === 'Blocked') {
    const cause = troubles.find((trouble) => blocks(trouble) && trouble.rule !== '') ?? troubles.find(blocks);
    return cause === undefined ? run : { ...run, cause };
  }
  const broken = checks.filter(({ ok }) => !ok);
  const last = broken.findLast(({ dependent }) => dependent === true);
  if (last === undefined || findRule(last.rule)?.side === 'dcm') return run;
  // What the bank itself did wrong was seen, whatever else went wrong.
  if (broken.some(({ rule, dependent }) => !dependent && findRule(rule)?.level === 'must')) return run;
  // A rule that was looked at and held is behind nothing.
  const held = new Set(checks.filter(({ ok }) => ok).map(({ rule }) => rule));
  const possible = troubles.filter((trouble) => explains(trouble, last) && !held.has(trouble.rule));
  const cause = possible.find(({ rule }) => rule !== '') ?? possible[0];
  if (cause === undefined) return run;
  const others = checks.filter((check) => check !== last);
  if (cause.rule === '' || cause.rule === last.rule) {
    return { ...run, checks: checks.map((check) => (check === last ? enriched(check, cause) : check)) };
  }
  const known = hasOwnChecks(cause.rule) || others.some(({ ok, rule }) => !ok && rule === cause.rule);
  return {
    ...run,
    checks: known ? others : [...others, noticedCheck(cause)],
    cause,
    status: 'FAILED',
    endedBy: { name: 'Blocked', message: `${last.rule} could not be judged: ${cause.text}` },
  };
}
