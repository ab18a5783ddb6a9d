import type { LeftOut, LoadKind } from '../../contract/load.js';
import { bilingual, type Language } from '../../contract/texts/language.js';
import { loadVerdictTexts } from './verdict-texts.js';

/** How a request is named. */
export const kindName = (kind: LoadKind, language: Language): string =>
  kind === 'transfer' ? { en: 'transfer', uk: 'переказ' }[language] : `/${kind}`;

/** Texts about load: the page, the summary and the progress. */
const otherTexts = bilingual(
  {
    title: (target: string) => `Load on ${target}`,
    kicker: (target: string) => `DCM load report · ${target}`,
    skip: 'Skip to the verdict',
    figures: {
      rate: 'requests a second',
      highest: 'highest rate',
      median: 'median',
      p99: '99th percentile',
      slowest: 'slowest',
      inTime: 'in time',
      failed: 'failed',
      exitCode: 'exit code',
    },
    narrows: {
      limit: 'Limit',
      transferLimit: 'Limit of a transfer',
      leftOut: 'Left out',
      note: 'Note',
      generator: 'Own delay',
    },
    leftOut: {
      user_auth: '/user_auth: the bank makes no secrets, and bank.customers names nobody',
      questions: 'questions outside a transfer: bank.probes is within-act',
    } satisfies Record<LeftOut, string>,
    generator: (p99: string, max: string) =>
      `99th percentile ${p99}, longest ${max}; it is part of all times`,
    toBlame: (count: number) => `${count} requests are late because of this program`,
    sections: {
      curve: {
        title: 'How long answers took',
        single: 'From the moment at which each request was due, over time. The scale is logarithmic.',
        ramp: 'From the moment at which each request was due, by rate. The scale is logarithmic.',
      },
      kinds: {
        title: 'By kind',
        lead: 'Each kind has to be in time; a slow one does not hide behind the others.',
      },
      stages: {
        title: 'The search',
        lead: 'In the order in which rates were measured. What is not within the limit is measured twice.',
      },
      faults: {
        title: 'Not as expected',
        lead: 'What was answered wrongly or not at all counts as not in time.',
      },
    },
    fields: {
      kind: 'Request',
      rate: 'Rate',
      verdict: 'Result',
      due: 'Due',
      inTime: 'In time',
      failed: 'Failed',
      median: 'Median',
      p99: '99th percentile',
      slowest: 'Slowest',
      fault: 'What',
      count: 'Count',
      example: 'Example',
      fix: 'What to do',
    },
    series: { p50: 'median', p99: '99th percentile', max: 'slowest', limit: 'limit' },
    axes: { time: 'seconds', rate: 'requests a second' },
    chart: (limit: string, worst: string) =>
      `Curve: the highest 99th percentile is ${worst}, the limit ${limit}`,
    footer: 'Generated from load.json only. It holds no token and no secret.',
    reports: (folder: string) => `reports: ${folder}/load.html, load.json`,
    preparing: 'preparing: test users, and one request of each kind',
    measuring: (rate: string, seconds: string) => `${rate} requests a second for ${seconds} s`,
  },
  {
    title: (target) => `Навантаження на ${target}`,
    kicker: (target) => `Звіт про навантаження DCM · ${target}`,
    skip: 'Перейти до висновку',
    figures: {
      rate: 'запитів за секунду',
      highest: 'найвища частота',
      median: 'медіана',
      p99: '99-й перцентиль',
      slowest: 'найповільніше',
      inTime: 'вчасно',
      failed: 'з помилкою',
      exitCode: 'код завершення',
    },
    narrows: {
      limit: 'Граничний час',
      transferLimit: 'Граничний час переказу',
      leftOut: 'Не запитували',
      note: 'Примітка',
      generator: 'Власна затримка',
    },
    leftOut: {
      user_auth: '/user_auth: банк не створює секретів, а bank.customers нікого не називає',
      questions: 'запити поза переказом: bank.probes має значення within-act',
    },
    generator: (p99, max) => `99-й перцентиль ${p99}, найдовша ${max}; її враховано в усіх значеннях`,
    toBlame: (count) => `запитів, що запізнилися через цю програму: ${count}`,
    sections: {
      curve: {
        title: 'Скільки тривали відповіді',
        single: 'Від моменту, коли запит мав бути надісланий, за часом. Шкала логарифмічна.',
        ramp: 'Від моменту, коли запит мав бути надісланий, за частотою. Шкала логарифмічна.',
      },
      kinds: {
        title: 'За видами',
        lead: 'Вчасною має бути відповідь на запити кожного виду; повільний вид не сховається за іншими.',
      },
      stages: {
        title: 'Пошук',
        lead: 'У тому порядку, у якому вимірювали частоти. Те, що не вклалося в граничний час, вимірюють двічі.',
      },
      faults: {
        title: 'Не так, як очікувано',
        lead: 'Неправильна відповідь або її відсутність вважається невчасною.',
      },
    },
    fields: {
      kind: 'Запит',
      rate: 'Частота',
      verdict: 'Результат',
      due: 'Надіслано',
      inTime: 'Вчасно',
      failed: 'З помилкою',
      median: 'Медіана',
      p99: '99-й перцентиль',
      slowest: 'Найповільніше',
      fault: 'Що',
      count: 'Кількість',
      example: 'Приклад',
      fix: 'Що зробити',
    },
    series: { p50: 'медіана', p99: '99-й перцентиль', max: 'найповільніше', limit: 'граничний час' },
    axes: { time: 'секунди', rate: 'запитів за секунду' },
    chart: (limit, worst) => `Крива: найвищий 99-й перцентиль ${worst}, граничний час ${limit}`,
    footer: 'Створено лише з load.json. Токенів і секретів тут немає.',
    reports: (folder) => `звіти: ${folder}/load.html, load.json`,
    preparing: 'підготовка: тестові користувачі та по одному запиту кожного виду',
    measuring: (rate, seconds) => `частота ${rate}/с протягом ${seconds} с`,
  },
);

const textsIn = (language: Language) => ({ ...loadVerdictTexts[language], ...otherTexts[language] });

export const loadTexts = bilingual(textsIn('en'), textsIn('uk'));
export type LoadTexts = (typeof loadTexts)['en'];
