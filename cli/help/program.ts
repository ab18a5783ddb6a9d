import { type Bilingual, bilingual } from '../../contract/texts/language.js';

/** What the exit codes mean. */
export const exitCodeHelp: Bilingual<string> = {
  en: `Exit codes: 0 conformant, or all that was selected passed; 1 not conformant; 2 configuration or usage;
3 the tool failed or was ended early; 4 not enough was verified.`,
  uk: `Коди завершення: 0 відповідає або все вибране пройдено; 1 не відповідає; 2 помилка в налаштуваннях чи команді;
3 збій інструмента або його зупинено достроково; 4 перевірено недостатньо.`,
};

/** Help of `dcm` itself, and what every command has. */
export const programHelp = bilingual(
  {
    says: 'A mock DCM processing center, and a harness that verifies a bank against the integration plan.',
    version: 'output the version number',
    help: 'display help for command',
    lang: 'en or uk, for help and messages of every command; otherwise DCM_LANG, or the locale',
    examples: 'Examples',
    example: 'Example',
    calls: {
      mock: 'a processing center at http://127.0.0.1:4010',
      doctor: 'looks at your setup only',
      verify: 'the 16 steps of the plan, with your bank',
      reference: 'the same with the reference bank',
      steps: 'a part of them',
    },
  },
  {
    says: 'Імітатор процесингового центру DCM та інструмент, який перевіряє банк на відповідність плану інтеграції.',
    version: 'показати номер версії',
    help: 'показати довідку про команду',
    lang: 'мова довідки й повідомлень усіх команд, en або uk; інакше за DCM_LANG або мовою системи',
    examples: 'Приклади',
    example: 'Приклад',
    calls: {
      mock: 'процесинговий центр за адресою http://127.0.0.1:4010',
      doctor: 'перевіряє лише ваші налаштування',
      verify: '16 кроків плану з вашим банком',
      reference: 'те саме з еталонним банком',
      steps: 'частина кроків',
    },
  },
);
