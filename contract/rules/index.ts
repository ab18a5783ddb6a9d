import { clientRules } from './client.js';
import { dcmRules } from './dcm.js';
import type { Rule } from './rule.js';
import { serviceRules } from './service.js';

/** The catalogue of rules, by id. */
export const catalogue = { ...serviceRules, ...clientRules, ...dcmRules };

export type RuleId = keyof typeof catalogue;

export function findRule(id: string): Rule | undefined {
  return (catalogue as Readonly<Record<string, Rule>>)[id];
}

export type { Rule } from './rule.js';
