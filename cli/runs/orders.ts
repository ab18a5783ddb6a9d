import parseTags from '@cucumber/tag-expressions';
import type { RunOrder } from '../../contract/control/runs.js';
import { meant } from '../../contract/nearest.js';
import { printable } from '../../contract/printable.js';
import { defects, isDefect } from '../../fixtures/broken-banks/index.js';
import type { RunChoices, WrongMember } from '../../mock-server/runs/runner.js';
import { parseSteps, stepsWanted } from '../../steps/run/selection.js';
import { SelectionError } from '../../steps/run/selection-error.js';
import { readingNames, unknownReadingIn } from '../readings/select.js';

/** What the order of a run can name, and what `dcm verify` would refuse of it; the texts are in `said-by-dcm`, too. */

export const choices: RunChoices = {
  defects: Object.entries(defects).map(([name, { says }]) => ({ name, says })),
  readings: readingNames,
};

/** After it, cucumber says what is wrong; before it, it repeats the expression. */
const syntaxError = 'syntax error: ';

/** What is wrong with each member; empty if it can be run. */
const problems: Readonly<Record<WrongMember['member'], (given: string, ofReference: boolean) => string>> = {
  steps(steps) {
    try {
      parseSteps(steps);
      return '';
    } catch (error) {
      if (error instanceof SelectionError) return stepsWanted.en;
      throw error;
    }
  },
  tags(tags) {
    try {
      parseTags(tags);
      // A run has it in parentheses, which are not to hold nothing.
      parseTags(`(${tags})`);
      return '';
    } catch (error) {
      const whole = printable(error instanceof Error ? error.message : String(error));
      const says = whole.slice(whole.lastIndexOf(syntaxError) + syntaxError.length);
      return `expected tags with and, or, not and parentheses, such as @service and not @S07-02; ${says}`;
    }
  },
  readings(readings) {
    const unknown = readings === 'all' ? undefined : unknownReadingIn(readings);
    if (unknown === undefined) return '';
    const { part, near } = unknown;
    if (part === '') return 'nothing stands between two commas: write names such as U-26,U-45';
    return `no reading is called "${printable(part)}"; did you mean ${near}? All of them: dcm verify --readings list`;
  },
  defect(defect, ofReference) {
    if (!ofReference) return 'only the reference bank can be given a defect: leave it out';
    if (isDefect(defect)) return '';
    const near = meant(defect, Object.keys(defects));
    const advice = near === '' ? 'docs/prove.md lists all of them' : `did you mean ${near}?`;
    return `no defect is called "${printable(defect)}"; ${advice}`;
  },
};

/**
 * The first member of an order that `dcm verify` would refuse before it begins; undefined if there is none. Whether any
 * scenario matches depends on the bank, so the run itself says that.
 */
export function wrongIn(order: RunOrder, ofReference: boolean): WrongMember | undefined {
  for (const member of ['steps', 'tags', 'readings', 'defect'] as const) {
    const problem = order[member] === '' ? '' : problems[member](order[member], ofReference);
    if (problem !== '') return { member, problem };
  }
  return undefined;
}
