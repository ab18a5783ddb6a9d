import { inspect } from 'node:util';
import { withoutPasswords } from '../contract/masked-url.js';
import { printableLines } from '../contract/printable.js';
import type { Language } from '../contract/texts/language.js';
import { errorIn, type Said, said, UsageError } from '../contract/texts/said.js';

/** Exit codes that do not come from a verdict; scripts rely on them. */
export const exitCodes = { usage: 2, toolFailed: 3 } as const;

/** What to do about it, unless the message already says so. */
function adviceOf(error: Error): string {
  const advice = 'advice' in error && typeof error.advice === 'string' ? error.advice : '';
  return advice === '' || error.message.includes(advice) ? '' : `\n${advice}`;
}

const toolFailed: Said = said('the tool failed', 'збій інструмента');

const shown = (text: string): string => printableLines(withoutPasswords(text));

/**
 * Prints an error and returns its exit code.
 *
 * @param print where the text goes, if not to standard error
 */
export function reportError(
  error: unknown,
  language: Language = 'en',
  print: (text: string) => void = console.error,
): number {
  if (error instanceof UsageError) {
    print(shown(`dcm: ${errorIn(error, language)}${adviceOf(error)}`));
    return exitCodes.usage;
  }
  print(shown(`dcm: ${toolFailed[language]}: ${inspect(error)}`));
  return exitCodes.toolFailed;
}
