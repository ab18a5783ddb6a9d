import { type Language, languages } from '../contract/texts/language.js';
import { unknownChoice } from './choice.js';

const named = (text: string | undefined): Language | undefined => languages.find((one) => one === text);

/** The language asked for: `--lang`, else DCM_LANG, else English. @throws {UsageError} for one that there is not */
export function languageOf(option: string | undefined): Language {
  const [name, given] = option === undefined ? ['DCM_LANG', process.env.DCM_LANG ?? ''] : ['--lang', option];
  if (option === undefined && given === '') return 'en';
  const language = named(given);
  if (language === undefined)
    throw unknownChoice(name, given, Object.fromEntries(languages.map((one) => [one, ''])));
  return language;
}

/**
 * The language in which the program speaks before it has understood its arguments: help and usage errors. Where neither
 * `--lang` nor DCM_LANG says one, the locale does; reports never follow it, so that they are the same on every machine.
 */
export function spokenLanguage(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const { DCM_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const asked = named(optionIn(args)) ?? named(DCM_LANG);
  if (asked !== undefined || DCM_LANG) return asked ?? 'en';
  return /^uk(?![a-z])/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'uk' : 'en';
}

/** The last `--lang` of a command line, wherever it stands. */
function optionIn(args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const at = options.findLastIndex((one) => one === '--lang' || one.startsWith('--lang='));
  const found = options[at];
  return found === '--lang' ? options[at + 1] : found?.slice('--lang='.length);
}
