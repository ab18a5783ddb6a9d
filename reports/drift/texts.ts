import type { DifferenceKind, DriftWeight, QuestionVerdict } from '../../contract/drift.js';
import { bilingual } from '../../contract/texts/language.js';
import { ukrainianPlural } from '../../contract/texts/plural.js';
import { plural } from '../text.js';

/** Texts about drift: the page and the terminal. */
export const driftTexts = bilingual(
  {
    title: 'What the stage does',
    kicker: 'DCM drift report',
    skip: 'Skip to the verdict',
    against: 'against the documentation and the usual readings',
    againstProfile: (name: string) => `against the documentation and ${name}`,
    facts: (exchanges: number, upstream: string) =>
      `${plural(exchanges, 'exchange')}${upstream === '' ? '' : ` with ${upstream}`}`,
    unknown: (count: number) => `of an operation that no page has: ${count}`,
    ends: { 0: 'Nothing contradicts', 1: 'The stage does otherwise' },
    says: {
      0: 'What was seen agrees with the documentation and with what is assumed where it is silent.',
      1: 'What contradicts is listed first, beginning with what breaks clients.',
    },
    nothingSeen: 'The recording answers none of the open questions: there was nothing to compare.',
    sections: {
      differences: {
        title: 'Differences',
        lead: 'What responses and requests of DCM have that no page has, or lack although one has it.',
      },
      contradicted: {
        title: 'Contradicted',
        lead: 'Open questions to which the stage gives another answer than is assumed.',
      },
      confirmed: { title: 'Confirmed', lead: 'Open questions whose assumed answer was seen.' },
      'not-seen': {
        title: 'Not seen',
        lead: 'Open questions that nothing in the recording answers.',
      },
      operations: { title: 'Operations', lead: 'How often, with which status, and how long it took.' },
      calls: {
        title: 'What DCM asked the bank',
        lead: 'By the operation that caused it; lifetimes of tokens in seconds.',
      },
    },
    verdicts: {
      contradicted: 'contradicted',
      confirmed: 'confirmed',
      'not-seen': 'not seen',
    } satisfies Record<QuestionVerdict, string>,
    weights: {
      breaks: 'breaks clients',
      behaves: 'behaves otherwise',
      looks: 'looks otherwise',
    } satisfies Record<DriftWeight, string>,
    kinds: {
      'missing-member': 'documented, but missing',
      'other-member': 'another value than documented',
      'other-status': 'another status',
      'other-call': 'another request to the bank',
      'undocumented-member': 'not documented',
      'unknown-text': 'text of a refusal that no page has',
    } satisfies Record<DifferenceKind, string>,
    fields: {
      question: 'Question',
      reading: 'What was seen',
      weight: 'For the bank',
      count: 'Count',
      first: 'First seen in',
      live: 'What to do',
      operation: 'Operation',
      what: 'What',
      expected: 'Expected',
      came: 'Came',
      statuses: 'Statuses',
      median: 'Median',
      p95: '95th percentile',
      limit: 'Limit',
      late: 'Later',
      direction: 'From',
      call: 'Request',
      flow: 'flow',
      obj: 'obj',
      lifetime: 'Lifetime',
      order: 'Order',
      exitCode: 'exit code',
    },
    direction: { in: 'bank', out: 'DCM' },
    times: (count: number) => (count === 1 ? 'once' : `${count} times`),
    timesOf: (count: number, of: number) => `${count} of ${of}`,
    assumed: 'as assumed',
    noReading: 'no reading',
    expected: (text: string) => `expected ${text}`,
    came: (text: string) => `came ${text}`,
    tally: (questions: number, differences: number) =>
      `${plural(questions, 'question')} contradicted, ${plural(differences, 'other difference')}`,
    footer: 'Generated from drift.json only. It holds no token and no secret.',
    written: (file: string) => `written: ${file}`,
    learned: (file: string) => `written: ${file}; try it with dcm mock --profile ${file}`,
    beyond: (count: number) =>
      count === 0
        ? 'The profile says all that was seen.'
        : `What the stage does beyond what a profile can say: ${count}, listed in the file`,
  },
  {
    title: 'Як поводиться стенд',
    kicker: 'Звіт DCM про розбіжності',
    skip: 'Перейти до висновку',
    against: 'порівняно з документацією та звичайними тлумаченнями',
    againstProfile: (name) => `порівняно з документацією та ${name}`,
    facts: (exchanges, upstream) =>
      `${ukrainianPlural(exchanges, 'обмін', 'обміни', 'обмінів')}${upstream === '' ? '' : ` з ${upstream}`}`,
    unknown: (count) => `з операцією, якої немає на жодній сторінці: ${count}`,
    ends: { 0: 'Суперечностей немає', 1: 'Стенд поводиться інакше' },
    says: {
      0: 'Побачене узгоджується з документацією і з припущеннями там, де вона мовчить.',
      1: 'Спершу наведено суперечності, починаючи з тих, що ламають клієнтів.',
    },
    nothingSeen: 'Запис не відповідає на жодне з відкритих питань: порівнювати не було чого.',
    sections: {
      differences: {
        title: 'Розбіжності',
        lead: 'Що є у відповідях і запитах DCM, хоча цього немає на жодній сторінці, або чого в них бракує.',
      },
      contradicted: {
        title: 'Спростовано',
        lead: 'Відкриті питання, на які стенд відповідає інакше, ніж припущено.',
      },
      confirmed: { title: 'Підтверджено', lead: 'Відкриті питання, припущену відповідь на які побачено.' },
      'not-seen': {
        title: 'Не побачено',
        lead: 'Відкриті питання, на які запис не дає відповіді.',
      },
      operations: { title: 'Операції', lead: 'Скільки разів, з яким кодом і як довго.' },
      calls: {
        title: 'Про що DCM запитував банк',
        lead: 'За операцією, яка це спричинила; строки дії токенів у секундах.',
      },
    },
    verdicts: { contradicted: 'спростовано', confirmed: 'підтверджено', 'not-seen': 'не побачено' },
    weights: {
      breaks: 'ламає клієнтів',
      behaves: 'поводиться інакше',
      looks: 'має інший вигляд',
    },
    kinds: {
      'missing-member': 'задокументовано, але немає',
      'other-member': 'інше значення, ніж задокументовано',
      'other-status': 'інший код',
      'other-call': 'інший запит до банку',
      'undocumented-member': 'не задокументовано',
      'unknown-text': 'текст відмови, якого немає на жодній сторінці',
    },
    fields: {
      question: 'Питання',
      reading: 'Що побачено',
      weight: 'Для банку',
      count: 'Кількість',
      first: 'Уперше в',
      live: 'Що зробити',
      operation: 'Операція',
      what: 'Що',
      expected: 'Очікувано',
      came: 'Надійшло',
      statuses: 'Коди',
      median: 'Медіана',
      p95: '95-й перцентиль',
      limit: 'Граничний час',
      late: 'Пізніше',
      direction: 'Хто надсилає',
      call: 'Запит',
      flow: 'flow',
      obj: 'obj',
      lifetime: 'Строк дії',
      order: 'Порядок',
      exitCode: 'код завершення',
    },
    direction: { in: 'банк', out: 'DCM' },
    times: (count) => ukrainianPlural(count, 'раз', 'рази', 'разів'),
    timesOf: (count, of) => `${count} з ${of}`,
    assumed: 'як припущено',
    noReading: 'жодне з тлумачень',
    expected: (text) => `очікувано ${text}`,
    came: (text) => `надійшло ${text}`,
    tally: (questions, differences) => `спростовано питань: ${questions}, інших розбіжностей: ${differences}`,
    footer: 'Створено лише з drift.json. Токенів і секретів тут немає.',
    written: (file) => `записано: ${file}`,
    learned: (file) => `записано: ${file}; спробуйте dcm mock --profile ${file}`,
    beyond: (count) =>
      count === 0
        ? 'Профіль містить усе, що було побачено.'
        : `Чого стенд робить понад те, що може сказати профіль: ${count}, перелічено у файлі`,
  },
);
export type DriftTexts = (typeof driftTexts)['en'];
