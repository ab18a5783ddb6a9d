import type { Language } from '../../contract/texts/language.js';
import { programHelp } from './program.js';

/** Calls to copy, for the end of a help text. */
export function examplesIn(language: Language, ...calls: readonly string[]): string {
  const { example, examples } = programHelp[language];
  return `\n${calls.length === 1 ? example : examples}:\n${calls.map((call) => `  ${call}`).join('\n')}`;
}
