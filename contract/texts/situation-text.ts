import type { Said } from './said.js';

/**
 * Situations seen on the wire, whatever the rule. Each has its own likely cause and fix, which
 * come before those of the rule.
 */
export interface SituationText {
  readonly cause: Said;
  readonly fix: Said;
}
