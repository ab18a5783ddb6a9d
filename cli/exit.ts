import { inspect } from 'node:util';
import { printableLines } from '../contract/printable.js';
import type { Language } from '../contract/texts/language.js';
import { errorIn, type Said, SaidError, said } from '../contract/texts/said.js';

/** Exit codes that are not a verdict's; scripts rely on them. */
export const exitCodes = { usage: 2, toolFailed: 3 } as const;

/** Something that the user has to put right: printed without a stack, exit code 2. */
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

/** What to do about it, unless the message says so already. */
function adviceOf(error: Error): string {
  const advice = 'advice' in error && typeof error.advice === 'string' ? error.advice : '';
  return advice === '' || error.message.includes(advice) ? '' : `\n${advice}`;
}

const toolFailed: Said = said('the tool failed', 'збій інструмента');

/** Prints an error for a person and gives the exit code that it stands for. */
export function reportError(error: unknown, language: Language = 'en'): number {
  if (error instanceof Error && usageErrors.has(error.name)) {
    console.error(printableLines(`dcm: ${errorIn(error, language)}${adviceOf(error)}`));
    return exitCodes.usage;
  }
  console.error(printableLines(`dcm: ${toolFailed[language]}: ${inspect(error)}`));
  return exitCodes.toolFailed;
}
