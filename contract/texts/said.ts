import type { Bilingual, Language } from './language.js';

/** One sentence in both languages. */
export type Said = Bilingual<string>;

export const said = (en: string, uk: string): Said => ({ en, uk });

/** What reads the same in both: names, code, words of the system. */
export const alike = (text: string): Said => ({ en: text, uk: text });

/** An error whose words are for whoever called the program; its message is the English one. */
export class SaidError extends Error {
  override name = 'SaidError';
  constructor(
    readonly said: Said,
    options?: ErrorOptions,
  ) {
    super(said.en, options);
  }
}

/** The words of an error in that language, as far as it has them. */
export const errorIn = (error: Error, language: Language): string =>
  error instanceof SaidError ? error.said[language] : error.message;
