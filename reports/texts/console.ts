import { bilingual } from '../../contract/texts/language.js';
import { ukrainianPlural } from '../../contract/texts/plural.js';
import { plural } from '../text.js';

/** Texts of console and summary that the HTML report does not have. */
export const consoleTexts = bilingual(
  {
    /** How many requests the run has sent to the authorization service. */
    questions: (all: number) => `requests to the authorization service: ${all}`,
    /** The plan is run again under another scheme. */
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
      follows: 'impact',
    },
    headings: {
      failures: 'Failures',
      unexplained: 'Failures without a rule',
      errors: 'Errors: the tool could not reach a verdict',
      board: 'The integration plan, run against',
      warnings: 'Warnings',
      doubts: 'Not verified: selected, but no check ran',
      findings: "Findings of the mock in the bank's requests",
      readings: 'Works under the usual reading of the documentation only',
      brief: 'What to fix, root causes first',
      steps: 'Steps of the plan that did not pass',
      outsideErrors: 'Errors outside the scenarios',
      doubtsAndErrors: 'Not verified or error',
    },
    columns: { step: 'step', who: 'who', title: 'task', verdict: 'verdict', scenarios: 'scenarios' },
    more: (count: number) => `and ${count} more, see report.html`,
    /** Before the ids of scenarios that could not be verified because of something. */
    notVerified: (count: number) => `${plural(count, 'scenario')} could not be verified because of it`,
    /** Before others with the same reason. */
    likewise: 'the same applies to',
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
      unexplained: 'Порушення без правила',
      errors: 'Помилки: інструмент не зміг дати висновку',
      board: 'План інтеграції, об’єкт перевірки:',
      warnings: 'Зауваження',
      doubts: 'Не перевірено: вибрано, але жодної перевірки не виконано',
      findings: 'Спостереження імітатора в запитах банку',
      readings: 'Працює лише за звичайного тлумачення документації',
      brief: 'Що виправити, починаючи з першопричин',
      steps: 'Не пройдені кроки плану',
      outsideErrors: 'Помилки поза сценаріями',
      doubtsAndErrors: 'Не перевірено або помилка',
    },
    columns: { step: 'крок', who: 'хто', title: 'завдання', verdict: 'висновок', scenarios: 'сценарії' },
    more: (count) => `і ще ${count}, див. report.html`,
    notVerified: (count) =>
      `через це не вдалося перевірити ${ukrainianPlural(count, 'сценарій', 'сценарії', 'сценаріїв')}`,
    likewise: 'те саме стосується',
    reports: 'звіти',
  },
);

export type ConsoleTexts = (typeof consoleTexts)['en'];
