import type { Said } from './said.js';

/**
 * Kinds of things that are seen on the wire, whatever the rule: each has a likely cause and a fix of its own, and
 * comes before those of the rule.
 */
export interface SituationText {
  readonly cause: Said;
  readonly fix: Said;
}
