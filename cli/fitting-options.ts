import { said, UsageError } from '../contract/texts/said.js';
import { requireStageOptions } from './real-stage/stage-options.js';
import type { VerifyCommand } from './verify-command.js';

/** Options for the reference bank only, and for a bank of your own only. */
const ofReference = ['defect', 'keys'] as const;
const ofMockUrl = {
  'control-token': 'controlToken',
  'control-token-file': 'controlTokenFile',
  sandbox: 'sandbox',
  keep: 'keep',
} as const;

/** Requires exactly one bank to verify, and only options that fit it. @throws {UsageError} */
export function requireFitting(options: VerifyCommand): void {
  requireStageOptions(options);
  const { reference, config } = options;
  if ((reference === true) === (config !== undefined)) {
    throw new UsageError(
      said(
        'specify what to verify: --config bank.yaml, or --reference for the reference bank',
        'укажіть, що перевіряти: --config bank.yaml або --reference для еталонного банку',
      ),
    );
  }
  if (config !== undefined) {
    for (const name of ofReference) if (options[name] !== undefined) throw onlyWith(name, '--reference');
  }
  requireMockUrl(options);
}

/** The control token belongs to a mock that already runs. @throws {UsageError} */
export function requireMockUrl(
  options: Pick<VerifyCommand, 'mockUrl' | 'controlToken' | 'controlTokenFile' | 'sandbox' | 'keep'>,
): void {
  if (options.mockUrl !== undefined) return;
  for (const [name, member] of Object.entries(ofMockUrl))
    if (options[member] !== undefined) throw onlyWith(name, '--mock-url');
}

/** Reads an option that names a folder; an empty one would mean the current folder. @throws {UsageError} */
export const folderOption =
  (name: string) =>
  (text: string): string => {
    if (text === '') throw new UsageError(said(`--${name}: expected a folder`, `--${name}: очікувано теку`));
    return text;
  };

const onlyWith = (name: string, other: string): UsageError =>
  new UsageError(said(`--${name} works only with ${other}`, `--${name} діє лише разом із ${other}`));
