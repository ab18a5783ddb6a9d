import { bilingual, type Language } from '../../contract/texts/language.js';
import type { Said } from '../../contract/texts/said.js';
import { exitCodeWords } from '../../contract/verdict.js';

const codesIn = (language: Language) =>
  Object.entries(exitCodeWords)
    .map(([code, words]) => `${code === '3' ? '\n' : ' '}${code} ${words[language]}`)
    .join(';');

/** What the exit codes mean. */
export const exitCodeHelp: Said = {
  en: `Exit codes:${codesIn('en')}.`,
  uk: `Коди завершення:${codesIn('uk')}.`,
};

/** Help of `dcm` itself, and of what every command has. */
export const programHelp = bilingual(
  {
    says: 'A mock DCM processing center, and a harness that verifies a bank against the integration plan.',
    version: 'print the version number',
    help: 'show help for a command',
    lang: 'language of help and messages, en or uk; otherwise DCM_LANG, or the locale',
    examples: 'Examples',
    example: 'Example',
    calls: {
      mock: 'a processing center at http://127.0.0.1:4010',
      init: 'writes a first bank.yaml',
      doctor: 'checks only your setup',
      verify: 'the 16 steps of the plan, with your bank',
      reference: 'the same with the reference bank',
      steps: 'only some of the steps',
    },
  },
  {
    says: 'Імітатор процесингового центру DCM та інструмент, який перевіряє банк на відповідність плану інтеграції.',
    version: 'показати номер версії',
    help: 'показати довідку про команду',
    lang: 'мова довідки й повідомлень, en або uk; інакше за DCM_LANG або мовою системи',
    examples: 'Приклади',
    example: 'Приклад',
    calls: {
      mock: 'процесинговий центр за адресою http://127.0.0.1:4010',
      init: 'створює перший bank.yaml',
      doctor: 'перевіряє лише ваші налаштування',
      verify: '16 кроків плану з вашим банком',
      reference: 'те саме з еталонним банком',
      steps: 'лише деякі кроки',
    },
  },
);
