import { otherReadings } from '../contract/readings/index.js';
import type { Result } from '../contract/result.js';
import type { Robustness } from '../contract/robustness.js';
import type { Language } from '../contract/texts/language.js';
import { distinct } from './tree.js';

/** Each reading that was tried or could not be; empty if none was to be. */
export const robustnessOf = ({ robustness }: Result): readonly Robustness[] => robustness ?? [];

/** Readings on whose usual counterparts the bank depends. */
export const dependencies = (result: Result): readonly Robustness[] =>
  robustnessOf(result).filter(({ outcome }) => outcome === 'depends');

/**
 * In one line, on how many readings the bank does not depend, and on which it does; undefined if none were tried. Like
 * the verdict line, it is English in every language.
 *
 * @example
 * `robust under 41 of 44 readings; depends on U-26 array, U-45 sync, U-10 401`
 */
export function robustnessLine(result: Result): string | undefined {
  if (result.robustness === null) return undefined;
  const tried = result.robustness.filter(({ outcome }) => outcome !== 'not-tried');
  const usual = distinct(dependencies(result).map((one) => one.usual));
  const independent = tried.length - dependencies(result).length;
  const untried = result.robustness.length - tried.length;
  return [
    `robust under ${independent} of ${tried.length} readings`,
    ...(usual.length === 0 ? [] : [`depends on ${usual.join(', ')}`]),
    ...(untried === 0 ? [] : [`${untried} not tried`]),
  ].join('; ');
}

/** What DCM does under a reading and what the bank has to do, in a language; a reading of another version is in English. */
export function readingWords({ reading, says, fix, reason }: Robustness, language: Language) {
  const known = otherReadings.find(({ id }) => id === reading);
  return known === undefined
    ? { says, asks: '', fix, reason }
    : {
        says: known.says[language],
        asks: known.question.asks[language],
        fix: known.question.live[language],
        reason: known.untried?.[language] ?? reason,
      };
}

/** What was seen first of a dependency: scenario and rule, expected and actual. */
export const whereOf = ({ first }: Robustness): string =>
  first === null ? '' : [first.scenario, first.rule].filter(Boolean).join(' ');
