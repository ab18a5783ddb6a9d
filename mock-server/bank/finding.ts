import type { Finding } from '../../contract/control/journal.js';
import { catalogue, type RuleId } from '../../contract/rules/index.js';

/** Something noticed about a bank, under a rule; a list of one finding. */
export const finding = (rule: RuleId, text: string): Finding[] => [
  { rule, level: catalogue[rule].level, text },
];
