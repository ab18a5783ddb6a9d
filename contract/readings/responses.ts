import type { OpenQuestion } from './question.js';
import { touched } from './touched.js';

/** What the documentation leaves open about the content of DCM's responses. */
export const responseQuestions: readonly OpenQuestion[] = [
  {
    unknown: 'U-26',
    asks: {
      en: 'Which form does the response of listAccounts have?',
      uk: 'Яку форму має відповідь listAccounts?',
    },
    usual: {
      name: 'array',
      says: {
        en: 'an array around one object with accounts and total',
        uk: 'масив з одним об’єктом, у якому accounts і total',
      },
      evidence: 'D ENT',
    },
    others: [
      {
        name: 'object',
        profile: { accounts_list: 'object' },
        says: { en: 'the object alone, as in other lists', uk: 'сам об’єкт, як в інших списках' },
        evidence: 'D REC',
      },
      {
        name: 'renamed',
        profile: { accounts_list: 'renamed' },
        says: {
          en: 'an array of the entities, as in the oldest guide',
          uk: 'масив сутностей, як у найстарішому посібнику',
        },
        evidence: 'O OLD-ACC',
      },
    ],
    touches: [...touched.login, ...touched.transfers, ...touched.identifiers],
    live: {
      en: 'Read the list in every form: an array around one object, the object alone, or an array of the entities.',
      uk: 'Читайте список у кожній формі: масив з одним об’єктом, сам об’єкт або масив сутностей.',
    },
  },
  {
    unknown: 'U-45',
    asks: {
      en: 'Is a transfer posted before or after the response to its confirmation?',
      uk: 'Переказ проводиться до чи після відповіді на його підтвердження?',
    },
    usual: { name: 'sync', says: { en: 'before the response', uk: 'до відповіді' }, evidence: 'A' },
    others: [
      {
        name: 'async',
        profile: { posting: 'async' },
        says: {
          en: 'after it: until then the transfer is not CONFIRMED',
          uk: 'після неї: доти переказ не має статусу CONFIRMED',
        },
        evidence: 'D OV',
      },
      {
        name: 'unlisted',
        profile: { posting: 'async', intermediate_status: 'PROCESSING' },
        says: {
          en: 'after it, with a status in between that no page lists',
          uk: 'після неї, з проміжним статусом, якого немає на жодній сторінці',
        },
        evidence: 'A',
      },
    ],
    touches: [...touched.transfers, ...touched.callbacks, 'S16-03', 'S16-14', 'S16-61'],
    live: {
      en: 'The response to a confirmation says that the transfer is registered. Wait for the callback, or read the transfer until it is CONFIRMED, before you book it.',
      uk: 'Відповідь на підтвердження означає, що переказ зареєстровано. Перш ніж проводити його в себе, дочекайтеся зворотного виклику або читайте переказ, доки він не стане CONFIRMED.',
    },
  },
  {
    unknown: 'U-61',
    asks: {
      en: 'What do lists tell of their length, and how long are they?',
      uk: 'Що переліки кажуть про свою довжину і яка вона?',
    },
    usual: {
      name: 'number',
      says: { en: 'total is a number, up to 1000 rows', uk: 'total є числом, до 1000 рядків' },
      evidence: 'D ENT',
    },
    others: [
      {
        name: 'text',
        profile: { total: 'text' },
        says: { en: 'total is a text', uk: 'total є текстом' },
        evidence: 'A',
      },
      {
        name: 'missing',
        profile: { total: 'missing' },
        says: { en: 'there is no total', uk: 'total немає' },
        evidence: 'A',
      },
      {
        name: 'short',
        profile: { list_limit: 2 },
        says: { en: 'never more than 2 rows at once', uk: 'ніколи не більше ніж 2 рядки за раз' },
        evidence: 'A',
      },
    ],
    touches: [...touched.login, ...touched.customers, ...touched.identifiers, ...touched.transfers, 'S16-43'],
    live: {
      en: 'Ask for a list page by page until one is empty; do not rely on total or on getting as many rows as you asked for.',
      uk: 'Запитуйте перелік сторінка за сторінкою, доки одна не буде порожня; не покладайтеся на total і на те, що отримаєте стільки рядків, скільки запитали.',
    },
  },
  {
    unknown: '-',
    asks: { en: 'What else may a response contain?', uk: 'Що ще може містити відповідь?' },
    usual: {
      name: 'plain',
      says: { en: 'nothing that is not documented', uk: 'нічого незадокументованого' },
      evidence: 'A',
    },
    others: [
      {
        name: 'tolerances',
        profile: { tolerances: 'on' },
        says: {
          en: 'in every eighth exchange harmless variation, such as unknown members and headers, another order, chunks and short delays',
          uk: 'у кожному восьмому обміні нешкідливі відмінності: невідомі члени й заголовки, інший порядок, відповідь частинами, невеликі затримки',
        },
        evidence: 'RFC 8259',
      },
    ],
    touches: [
      ...touched.service,
      ...touched.login,
      ...touched.identifiers,
      ...touched.customers,
      ...touched.transfers,
      ...touched.callbacks,
    ],
    live: {
      en: 'Ignore members, claims and headers that you do not know, and do not rely on the order of members.',
      uk: 'Не зважайте на невідомі вам члени, claim і заголовки та не покладайтеся на порядок членів.',
    },
  },
];
