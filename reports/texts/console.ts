import { bilingual } from '../../contract/texts/language.js';
import { ukrainianPlural } from '../../contract/texts/plural.js';
import { plural } from '../text.js';

/** Words of console and summary that the page does not have. */
export const consoleTexts = bilingual(
  {
    /** How many questions the run has put to the bank. */
    questions: (all: number) => `questions to the authorization service: ${all}`,
    /** The plan begins anew under another scheme. */
    again: (scheme: 'dcm' | 'bank') => `once more, under JWT by ${scheme === 'bank' ? 'Bank' : 'DCM'}`,
    /** Columns of a label with the gap after it. */
    indent: 12,
    labels: {
      says: 'says',
      expected: 'expected',
      actual: 'actual',
      in: 'in',
      fix: 'fix',
      causes: 'causes',
      reading: 'reading',
      source: 'source',
      because: 'because',
      first: 'first',
      follows: 'follows',
    },
    headings: {
      failures: 'Failures',
      unexplained: 'Failed without a rule',
      errors: 'Errors: the tool could not tell',
      board: 'The plan, walked against',
      warnings: 'Warnings',
      doubts: 'Not verified: selected, but no check ran',
      findings: 'Findings of the mock in the requests of the bank',
      brief: 'To be mended, the most upstream first',
      steps: 'Steps of the plan that do not hold',
      outsideErrors: 'Errors outside the scenarios',
      doubtsAndErrors: 'Not verified, or in error',
    },
    columns: { step: 'step', who: 'who', title: 'step', verdict: 'verdict', scenarios: 'scenarios' },
    more: (count: number) => `and ${count} more, see report.html`,
    /** Before the ids of scenarios that could not be verified because of something. */
    notVerified: (count: number) => `${plural(count, 'scenario')} could not be verified because of it`,
    /** Before others of which the same is to be said. */
    likewise: 'likewise',
    /** Before the path of the reports. */
    reports: 'reports',
  },
  {
    questions: (all) => `запитів до сервісу авторизації: ${all}`,
    again: (scheme) => `ще раз, за схемою JWT by ${scheme === 'bank' ? 'Bank' : 'DCM'}`,
    indent: 14,
    labels: {
      says: 'вимога',
      expected: 'очікувано',
      actual: 'отримано',
      in: 'де',
      fix: 'що змінити',
      causes: 'причини',
      reading: 'тлумачення',
      source: 'джерело',
      because: 'причина',
      first: 'уперше',
      follows: 'наслідки',
    },
    headings: {
      failures: 'Порушення',
      unexplained: 'Не пройдено без правила',
      errors: 'Помилки: інструмент не може дати висновку',
      board: 'План інтеграції, об’єкт перевірки:',
      warnings: 'Зауваження',
      doubts: 'Не перевірено: вибрано, але жодної перевірки не було',
      findings: 'Спостереження імітатора в запитах банку',
      brief: 'Що виправити: спершу те, з чого випливає решта',
      steps: 'Кроки плану, яких не виконано',
      outsideErrors: 'Помилки поза сценаріями',
      doubtsAndErrors: 'Не перевірено або помилка',
    },
    columns: { step: 'крок', who: 'хто', title: 'крок', verdict: 'висновок', scenarios: 'сценарії' },
    more: (count) => `і ще ${count}, див. report.html`,
    notVerified: (count) =>
      `через це не вдалося перевірити ${ukrainianPlural(count, 'сценарій', 'сценарії', 'сценаріїв')}`,
    likewise: 'так само',
    reports: 'звіти',
  },
);

export type ConsoleTexts = (typeof consoleTexts)['en'];
