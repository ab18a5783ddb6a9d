import { said } from '../contract/texts/said.js';
import { UsageError } from './exit.js';
import type { VerifyCommand } from './verify-command.js';

/** Options that the reference bank has, and those that a bank of its own has. */
const ofReference = ['defect', 'keys'] as const;
const ofConfig = {
  'mock-url': 'mockUrl',
  'control-token': 'controlToken',
  'control-token-file': 'controlTokenFile',
} as const;

/** What to verify is said once, and every option fits it. @throws {UsageError} */
export function requireFitting(options: VerifyCommand): void {
  const { reference, config } = options;
  if ((reference === true) === (config !== undefined)) {
    throw new UsageError(
      said(
        'say what to verify: --config bank.yaml, or --reference for the reference bank',
        'укажіть, що перевіряти: --config bank.yaml або --reference для еталонного банку',
      ),
    );
  }
  if (config !== undefined) {
    for (const name of ofReference) if (options[name] !== undefined) throw onlyWith(name, '--reference');
    return;
  }
  for (const [name, member] of Object.entries(ofConfig))
    if (options[member] !== undefined) throw onlyWith(name, '--config');
}

const onlyWith = (name: string, other: string): UsageError =>
  new UsageError(said(`--${name} goes with ${other} only`, `--${name} вживають лише з ${other}`));
