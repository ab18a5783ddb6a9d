import { bilingual } from '../../../contract/texts/language.js';
import { planTitle } from '../titles.texts.js';

export const planTexts = bilingual(
  {
    ...planTitle.en,
    says: 'The scenarios by which dcm verify judges a bank, step by step. Their sentences are in English, as they are run.',
    step: 'Step',
    exchanges: 'Exchanges',
    subject: 'About',
    subjects: { service: 'the bank’s service', client: 'the bank’s client', mock: 'the mock' },
    rules: 'Rules',
    never: 'not run yet',
    lastRun: 'Results are those of the latest run:',
    noRun: 'No run has ended yet. Start one:',
    toRuns: 'Runs',
    empty: 'No scenario of this step matches.',
    search: 'Search',
    searchHint: 'words, S07-02, a rule',
  },
  {
    ...planTitle.uk,
    says: 'Сценарії, за якими dcm verify оцінює банк, крок за кроком. Речення подано англійською, так, як вони виконуються.',
    step: 'Крок',
    exchanges: 'Обміни',
    subject: 'Про що',
    subjects: { service: 'сервіс банку', client: 'клієнт банку', mock: 'імітатор' },
    rules: 'Правила',
    never: 'ще не запускали',
    lastRun: 'Результати останнього прогону:',
    noRun: 'Жоден прогін ще не завершився. Запустіть:',
    toRuns: 'Прогони',
    empty: 'У цьому кроці немає відповідних сценаріїв.',
    search: 'Пошук',
    searchHint: 'слова, S07-02, правило',
  },
);
