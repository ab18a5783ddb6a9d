import { inspect } from 'node:util';
import { printableLines } from '../contract/printable.js';
import type { Language } from '../contract/texts/language.js';
import { errorIn, type Said, SaidError, said } from '../contract/texts/said.js';

/** Exit codes that do not come from a verdict; scripts rely on them. */
export const exitCodes = { usage: 2, toolFailed: 3 } as const;

/** Something that the user has to correct: printed without a stack, exit code 2. */
export class UsageError extends SaidError {
  override name = 'UsageError';
}

const usageErrors = new Set([
  'UsageError',
  'ConfigError',
  'SelectionError',
  'KeysFileError',
  'StateFileError',
  'ListenError',
  'ReportFolderError',
]);

/** What to do about it, unless the message already says so. */
function adviceOf(error: Error): string {
  const advice = 'advice' in error && typeof error.advice === 'string' ? error.advice : '';
  return advice === '' || error.message.includes(advice) ? '' : `\n${advice}`;
}

const toolFailed: Said = said('the tool failed', 'збій інструмента');

/** Whether the user has to correct something: nothing has been run. */
export const isUsageError = (error: unknown): error is Error =>
  error instanceof Error && usageErrors.has(error.name);

/** Prints an error and returns its exit code. */
export function reportError(error: unknown, language: Language = 'en'): number {
  if (isUsageError(error)) {
    console.error(printableLines(`dcm: ${errorIn(error, language)}${adviceOf(error)}`));
    return exitCodes.usage;
  }
  console.error(printableLines(`dcm: ${toolFailed[language]}: ${inspect(error)}`));
  return exitCodes.toolFailed;
}
