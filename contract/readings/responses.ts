import type { OpenQuestion } from './question.js';
import { touched } from './touched.js';

/** What the documentation leaves open about DCM's responses. */
export const responseQuestions: readonly OpenQuestion[] = [
  {
    unknown: 'U-10',
    asks: {
      en: 'With which status does DCM refuse a request that the bank itself declined?',
      uk: 'З яким статусом DCM відхиляє запит, якого не дозволив сам банк?',
    },
    usual: { name: '401', says: { en: '401', uk: '401' }, evidence: 'D JWTA' },
    others: [
      {
        name: '400',
        profile: { declined_status: 400 },
        says: { en: '400, as for other refusals', uk: '400, як і для інших відмов' },
        evidence: 'D ERR',
      },
    ],
    touches: ['S15-07', 'S16-16', 'S15-03', 'S12-04'],
    live: {
      en: 'Treat every status from 400 on as a refusal, whatever it is. Do not log in again and retry because of a status alone.',
      uk: 'Вважайте відмовою будь-який статус від 400, хоч би який він був. Не входьте знову і не повторюйте запит лише через статус.',
    },
  },
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
    ],
    touches: [...touched.login, ...touched.transfers, ...touched.identifiers],
    live: {
      en: 'Read the list in both forms: if the response is an array, take its first element.',
      uk: 'Читайте список в обох формах: якщо відповідь є масивом, беріть його перший елемент.',
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
    ],
    touches: [...touched.transfers, ...touched.callbacks, 'S16-03', 'S16-14', 'S16-61'],
    live: {
      en: 'The response to a confirmation says that the transfer is registered. Wait for the callback, or read the transfer until it is CONFIRMED, before you book it.',
      uk: 'Відповідь на підтвердження означає, що переказ зареєстровано. Перш ніж проводити його в себе, дочекайтеся зворотного виклику або читайте переказ, доки він не стане CONFIRMED.',
    },
  },
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
];
