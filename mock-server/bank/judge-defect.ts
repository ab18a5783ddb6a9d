import type { Finding } from '../../contract/control/journal.js';
import type { RuleId } from '../../contract/rules/index.js';
import { type TokenDefect, tokenDefects, tokenFamilies } from '../../contract/token-forge.js';
import type { Outcome } from './exchange.js';
import { finding } from './finding.js';

/** What a bank breaks that does not refuse a token with a defect. */

const byFamily: Readonly<Record<keyof typeof tokenFamilies, RuleId>> = {
  absent: 'JWT-08',
  keys: 'JWT-02',
  kids: 'JWT-03',
  signatures: 'JWT-04',
  algorithms: 'JWT-05',
  times: 'JWT-07',
  headers: 'JWT-16',
  types: 'JWT-17',
  forms: 'JWT-08',
  encodings: 'JWT-18',
};

/** Defects that another rule than that of their family is about. */
const byDefect: Partial<Record<TokenDefect, RuleId>> = {
  missing: 'JWT-01',
  empty: 'JWT-01',
  'kid-empty': 'JWT-15',
  'kid-missing': 'JWT-15',
  'signature-empty': 'JWT-02',
  'signature-of-zeros': 'JWT-02',
  'from-the-future': 'JWT-12',
  'claims-not-utf': 'JWT-18',
};

function ruleOf(defect: TokenDefect): RuleId {
  const families = Object.keys(tokenFamilies) as (keyof typeof tokenFamilies)[];
  const family = families.find((name) => Object.hasOwn(tokenFamilies[name], defect)) ?? 'signatures';
  return byDefect[defect] ?? byFamily[family];
}

/** A token with a defect is refused with 401; no response at all says nothing about that. */
export const judgeDefect = (defect: TokenDefect, { status }: Outcome): Finding[] =>
  status === 0 || status === 401
    ? []
    : finding(ruleOf(defect), `${defect}: ${tokenDefects[defect]}; answered HTTP ${status} instead of 401`);
