import { type Language, languages } from '../contract/texts/language.js';
import { unknownChoice } from './choice.js';

/** The language asked for: `--lang`, else DCM_LANG, else English. @throws {UsageError} for one that there is not */
export function languageOf(option: string | undefined): Language {
  const [name, given] = option === undefined ? ['DCM_LANG', process.env.DCM_LANG ?? ''] : ['--lang', option];
  if (option === undefined && given === '') return 'en';
  const language = languages.find((one) => one === given);
  if (language === undefined)
    throw unknownChoice(name, given, Object.fromEntries(languages.map((one) => [one, ''])));
  return language;
}
