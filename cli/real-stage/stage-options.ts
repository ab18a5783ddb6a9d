import { said, UsageError } from '../../contract/texts/said.js';
import { parseSteps, type Selection } from '../../steps/run/selection.js';
import type { VerifyCommand } from '../verify-command.js';

/** Steps that a bank can walk from its own side; the others are DCM's, or have come before. */
const stepsOnStage = '6,7,11,12,14-16';

/** The steps that are named; against a stage, those that a bank can walk from its own side. @throws {UsageError} */
export function stepsOf({ steps, tags, stage }: VerifyCommand): Selection['steps'] {
  if (steps !== undefined) return parseSteps(steps);
  return stage === true && tags === undefined ? parseSteps(stepsOnStage) : [];
}

/** Options that make no sense against a stage. */
const unfit = ['mockUrl', 'resume', 'readings', 'mock', 'whole', 'keys', 'defect', 'reference'] as const;
/** Options that make sense against a stage only. */
const ofStage = { 'i-own-this-stage': 'iOwnThisStage', record: 'record' } as const;

const written = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Requires options that fit a run against a stage, or against a mock. @throws {UsageError} */
export function requireStageOptions(options: VerifyCommand): void {
  if (options.stage !== true) {
    for (const [name, member] of Object.entries(ofStage)) {
      if (options[member] === undefined) continue;
      throw new UsageError(said(`--${name} works only with --stage`, `--${name} діє лише разом із --stage`));
    }
    return;
  }
  for (const name of unfit) {
    if (options[name] === undefined) continue;
    throw new UsageError(
      said(`--${written(name)} does not work with --stage`, `--${written(name)} не діє разом із --stage`),
    );
  }
}
