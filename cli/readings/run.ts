import { otherReadings } from '../../contract/readings/index.js';
import type { Result } from '../../contract/result.js';
import type { Language } from '../../contract/texts/language.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { exitCode } from '../../contract/verdict.js';
import { duration, oneLine } from '../../reports/text.js';
import type { Scope } from '../../steps/run/selection.js';
import type { BankStage } from '../bank-stage.js';
import { selectReadings } from './select.js';
import { tryReadings, type Usual } from './try.js';
import { readingsWords } from './words.js';

/** What `--readings` and `--require-robust` say. */
export interface ReadingsOptions {
  /** `true` for all; otherwise a selection. */
  readonly readings?: string | true | undefined;
  readonly requireRobust?: boolean | undefined;
}

/** The readings that a run is to try; undefined if none. @throws {UsageError} */
export function wantedReadings({ readings, requireRobust }: ReadingsOptions) {
  if (readings !== undefined) return selectReadings(readings === true ? '' : readings);
  if (requireRobust === true)
    throw new UsageError(
      said('--require-robust works only with --readings', '--require-robust діє лише разом із --readings'),
    );
  return undefined;
}

/** All readings, one line each, with their questions. */
export function readingsList(language: Language): string {
  const width = Math.max(...otherReadings.map(({ id }) => id.length));
  return otherReadings
    .map(
      ({ id, says, question }) =>
        `${id.padEnd(width)}  ${question.asks[language]} ${says[language]} (${readingsWords[language].usually}: ${question.usual.says[language]})`,
    )
    .join('\n');
}

/** Tries the readings after a run, says how each of them goes, and adds the outcomes to the result of the run. */
export async function withReadings(
  stage: BankStage,
  scope: Scope,
  usual: Usual,
  options: ReadingsOptions,
  language: Language,
): Promise<Result> {
  const wanted = wantedReadings(options);
  if (wanted === undefined) return usual.result;
  const words = readingsWords[language];
  const { isTTY } = process.stdout;
  console.log(`\n${words.begin(wanted.length)}`);
  const robustness = await tryReadings(stage, scope, usual, wanted, {
    begins({ id }, index, of) {
      if (isTTY) process.stdout.write(`\r\u001b[2K${index + 1}/${of} ${id}`);
    },
    ends({ reading, outcome, reason, first, ms }) {
      const seen = first === null ? reason : `${first.scenario} ${first.rule}: ${first.actual}`;
      const clear = isTTY ? '\r\u001b[2K' : '';
      console.log(
        `${clear}${words.marks[outcome]} ${reading.padEnd(18)} ${words.outcomes[outcome]}  ${oneLine([duration(ms), seen].filter(Boolean).join('  '))}`,
      );
    },
  });
  const fragile = robustness.some(({ outcome }) => outcome === 'depends');
  const demanded = options.requireRobust === true && fragile && usual.result.exit_code === 0;
  return {
    ...usual.result,
    robustness,
    ...(demanded ? { exit_code: exitCode('not-conformant') } : {}),
  };
}
