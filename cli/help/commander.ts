import type { Command, HelpConfiguration } from 'commander';
import type { Language } from '../../contract/texts/language.js';
import { errorInUkrainian } from './commander-errors.js';

/** Commander's own words in Ukrainian. */

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Використання:',
  'Arguments:': 'Аргументи:',
  'Options:': 'Параметри:',
  'Commands:': 'Команди:',
};

const values: Readonly<Record<string, string>> = {
  options: 'параметри',
  command: 'команда',
  file: 'файл',
  alias: 'псевдонім',
  folder: 'тека',
  time: 'час',
  rates: 'частоти',
  number: 'число',
  port: 'порт',
  recording: 'запис',
  place: 'місце',
  way: 'напрям',
  status: 'статус',
  seconds: 'секунди',
  claim: 'поле',
  text: 'текст',
  name: 'назва',
  address: 'адреса',
  token: 'токен',
  list: 'перелік',
  expression: 'вираз',
  language: 'мова',
  id: 'номер',
  target: 'ціль',
  earlier: 'попередній',
  later: 'пізніший',
};

/** Names of values in brackets, e.g. `<file>`; those of the field, such as `<kid>` and `<url>`, stay. */
const valuesIn = (text: string): string =>
  text.replaceAll(
    /([<[])(\w+)(?=(?:\.{3})?[>\]])/g,
    (_, open: string, name: string) => open + (values[name] ?? name),
  );

const defaultIn = (text: string): string => text.replace(/\(default: (?=[^(]*\)$)/, '(типово: ');

/** How commander frames the help texts. */
export function framedIn(language: Language, program: Command): HelpConfiguration {
  if (language === 'en') return {};
  const plain = program.createHelp();
  return {
    styleTitle: (title) => titles[title] ?? title,
    commandUsage: (command) => valuesIn(plain.commandUsage(command)),
    subcommandTerm: (command) => valuesIn(plain.subcommandTerm(command)),
    argumentTerm: (argument) => values[argument.name()] ?? plain.argumentTerm(argument),
    optionTerm: (option) => valuesIn(plain.optionTerm(option)),
    argumentDescription: (argument) => defaultIn(plain.argumentDescription(argument)),
    optionDescription: (option) => defaultIn(plain.optionDescription(option)),
  };
}

/** An error of commander in the given language. */
export const usageIn = (language: Language, error: string): string =>
  language === 'en' ? error : errorInUkrainian(error, valuesIn);
