import type { Bilingual, Language } from './language.js';

/** One sentence in both languages. */
export type Said = Bilingual<string>;

export const said = (en: string, uk: string): Said => ({ en, uk });

/** A text that is the same in both languages: a name, code, a message of the operating system. */
export const alike = (text: string): Said => ({ en: text, uk: text });

/** An error with a text in both languages for the caller of the program; its message is the English text. */
export class SaidError extends Error {
  override name = 'SaidError';
  constructor(
    readonly said: Said,
    options?: ErrorOptions,
  ) {
    super(said.en, options);
  }
}

/** Something that the user has to correct: printed without a stack, exit code 2. */
export class UsageError extends SaidError {
  override name = 'UsageError';
}

/** The text of an error in that language, or its message if it has no other text. */
export const errorIn = (error: Error, language: Language): string =>
  error instanceof SaidError ? error.said[language] : error.message;
