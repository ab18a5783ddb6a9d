import { type Language, languages } from '../contract/texts/language.js';
import { said, UsageError } from '../contract/texts/said.js';

/** A language by its name, or by that of a locale such as `uk_UA.UTF-8`; English is the language of C and POSIX. */
const patterns: Readonly<Record<Language, RegExp>> = {
  en: /^(?:en(?:[_-][a-z]+)?|c|posix)(?:[.@].*)?$/i,
  uk: /^uk(?:[_-][a-z]+)?(?:[.@].*)?$/i,
};

const named = (text = ''): Language | undefined =>
  languages.find((language) => patterns[language].test(text));

/** The language of output and reports: `--lang`, else DCM_LANG, else English. @throws {UsageError} if it is neither */
export function languageOf(option: string | undefined): Language {
  const [name, given] = option === undefined ? ['DCM_LANG', process.env.DCM_LANG ?? ''] : ['--lang', option];
  if (option === undefined && given === '') return 'en';
  const language = named(given);
  if (language === undefined)
    throw new UsageError(
      said(
        `${name} ${given}: expected ${languages.join(' or ')}`,
        `${name} ${given}: очікувано ${languages.join(' або ')}`,
      ),
    );
  return language;
}

/**
 * The language of help and usage errors, which the program needs before it has parsed its arguments. If neither
 * `--lang` nor DCM_LANG is set, the locale decides; reports do not depend on it, so they are the same on every machine.
 */
export function spokenLanguage(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const { DCM_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const asked = named(optionIn(args)) ?? named(DCM_LANG);
  if (asked !== undefined || DCM_LANG) return asked ?? 'en';
  return named(LC_ALL || LC_MESSAGES || LANG) ?? 'en';
}

/** The last `--lang` on a command line, wherever it stands. */
function optionIn(args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const at = options.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const found = options[at];
  return found === '--lang' ? options[at + 1] : found?.slice('--lang='.length);
}
