import type { OpenQuestion } from './question.js';
import { touched } from './touched.js';

/** How DCM writes numbers, dates and guids. */
export const valueQuestions: readonly OpenQuestion[] = [
  {
    unknown: 'U-53',
    asks: {
      en: 'Which version of UUID are the guids of transfers?',
      uk: 'Якої версії UUID мають guid переказів?',
    },
    usual: { name: 'v4', says: { en: 'version 4', uk: 'версія 4' }, evidence: 'D CB' },
    others: [
      {
        name: 'v1',
        profile: { payment_guid: 'v1' },
        says: { en: 'version 1, as in the signed sample', uk: 'версія 1, як у підписаному зразку' },
        evidence: 'D MS',
      },
    ],
    touches: [...touched.transfers, ...touched.callbacks, ...touched.signing],
    live: {
      en: 'Accept a UUID of any version, and compare guids without regard to case.',
      uk: 'Приймайте UUID будь-якої версії та порівнюйте guid без огляду на регістр.',
    },
  },
  {
    unknown: 'U-48',
    asks: { en: 'Does DCM charge a fee for a transfer?', uk: 'Чи бере DCM комісію за переказ?' },
    usual: { name: 'none', says: { en: 'fee is 0', uk: 'fee дорівнює 0' }, evidence: 'D TR' },
    others: [
      {
        name: 'fee',
        profile: { fee: 1.5 },
        says: {
          en: 'fee is 1.5 hryvnias in every transfer',
          uk: 'fee дорівнює 1,5 гривні в кожному переказі',
        },
        evidence: 'D UG-PAY',
      },
    ],
    touches: touched.transfers,
    live: {
      en: 'Do not assume that fee is 0, and do not add it to the amount of a transfer.',
      uk: 'Не припускайте, що fee дорівнює 0, і не додавайте його до суми переказу.',
    },
  },
  {
    unknown: 'U-25',
    asks: { en: 'How does DCM write amounts?', uk: 'Як DCM записує суми?' },
    usual: {
      name: 'number',
      says: { en: 'as short as possible, such as 25.5', uk: 'якнайкоротше, наприклад 25.5' },
      evidence: 'O AID-TR',
    },
    others: [
      {
        name: 'two-places',
        profile: { amounts: 'two-places' },
        says: { en: 'with two places, such as 25.50', uk: 'з двома знаками, наприклад 25.50' },
        evidence: 'A',
      },
    ],
    touches: [...touched.transfers, ...touched.signing, ...touched.limits],
    live: {
      en: 'Read numbers with a JSON parser, never by their digits, and compare amounts as numbers.',
      uk: 'Читайте числа парсером JSON, а не за цифрами, і порівнюйте суми як числа.',
    },
  },
  {
    unknown: 'U-62',
    asks: { en: 'How does DCM write dates?', uk: 'Як DCM записує дати?' },
    usual: {
      name: 'milliseconds',
      says: { en: 'in UTC with milliseconds', uk: 'у UTC з мілісекундами' },
      evidence: 'A',
    },
    others: [
      {
        name: 'seconds',
        profile: { dates: 'seconds' },
        says: { en: 'in UTC without fractions', uk: 'у UTC без часток секунди' },
        evidence: 'A',
      },
      {
        name: 'offset',
        profile: { dates: 'offset' },
        says: { en: 'with the offset of Kyiv instead of Z', uk: 'зі зміщенням Києва замість Z' },
        evidence: 'A',
      },
    ],
    touches: [...touched.transfers, ...touched.identifiers, ...touched.login, 'S16-43'],
    live: {
      en: 'Parse dates as RFC 3339, with any fraction and any offset.',
      uk: 'Розбирайте дати за RFC 3339 з будь-якими частками та зміщенням.',
    },
  },
];
