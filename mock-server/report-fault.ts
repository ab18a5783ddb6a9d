import { inspect } from 'node:util';
import { withoutJwts } from '../contract/jwt-like.js';
import { withoutPasswords } from '../contract/masked-url.js';
import { printableLines } from '../contract/printable.js';
import type { Language } from '../contract/texts/language.js';
import { SaidError } from '../contract/texts/said.js';

/** Prints a fault of the mock, without tokens; what a user has to correct is one line. */
export function reportFault(error: unknown, language: Language = 'en'): void {
  const text =
    error instanceof SaidError ? `note: ${error.said[language]}` : `fault of the mock: ${inspect(error)}`;
  console.error(printableLines(withoutPasswords(withoutJwts(text, () => '[redacted]'))));
}
