import type { OpenQuestion } from './question.js';
import { touched } from './touched.js';

/** How DCM says that it has done something, or not. */
export const statusQuestions: readonly OpenQuestion[] = [
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
      {
        name: '403',
        profile: { declined_status: 403 },
        says: { en: '403, as for a missing permission', uk: '403, як за браком дозволу' },
        evidence: 'X ORY',
      },
    ],
    touches: ['S15-07', 'S16-16', 'S15-03', 'S12-04'],
    live: {
      en: 'Treat every status from 400 on as a refusal, whatever it is. Do not log in again and retry because of a status alone.',
      uk: 'Вважайте відмовою будь-який статус від 400, хоч би який він був. Не входьте знову і не повторюйте запит лише через статус.',
    },
  },
  {
    unknown: 'U-08',
    asks: {
      en: 'In which form does a refusal carry its text?',
      uk: 'У якій формі відмова містить свій текст?',
    },
    usual: {
      name: 'error',
      says: { en: 'a JSON object with error', uk: 'об’єкт JSON з error' },
      evidence: 'D ERR',
    },
    others: [
      {
        name: 'message',
        profile: { error_body: 'message' },
        says: { en: 'a JSON object with message', uk: 'об’єкт JSON з message' },
        evidence: 'A',
      },
      {
        name: 'empty',
        profile: { error_body: 'empty' },
        says: { en: 'no body', uk: 'без тіла' },
        evidence: 'A',
      },
      {
        name: 'text',
        profile: { error_body: 'text' },
        says: { en: 'plain text', uk: 'звичайний текст' },
        evidence: 'A',
      },
    ],
    touches: touched.refusals,
    live: {
      en: 'Decide by the status. Treat the body of a refusal as a text for people, whatever its form, or none.',
      uk: 'Вирішуйте за статусом. Тіло відмови вважайте текстом для людей, хоч би якої форми воно було або якщо його немає.',
    },
  },
  {
    unknown: 'U-09',
    asks: {
      en: 'With which status does DCM refuse what the pages give no status for?',
      uk: 'З яким статусом DCM відхиляє те, для чого сторінки не називають статусу?',
    },
    usual: { name: '400', says: { en: '400', uk: '400' }, evidence: 'D ERR' },
    others: [
      {
        name: '403',
        profile: { refusal_status: 403 },
        says: { en: '403', uk: '403' },
        evidence: 'X ORY',
      },
      {
        name: '404',
        profile: { refusal_status: 404 },
        says: { en: '404', uk: '404' },
        evidence: 'A',
      },
      {
        name: '409',
        profile: { refusal_status: 409 },
        says: { en: '409', uk: '409' },
        evidence: 'A',
      },
      {
        name: '422',
        profile: { refusal_status: 422 },
        says: { en: '422', uk: '422' },
        evidence: 'A',
      },
    ],
    touches: [...touched.refusals, ...touched.signing],
    live: {
      en: 'Treat every status from 400 to 499 as a refusal that is not to be retried.',
      uk: 'Вважайте кожен статус від 400 до 499 відмовою, яку не слід повторювати.',
    },
  },
  {
    unknown: 'U-44',
    asks: {
      en: 'With which status does DCM confirm an act whose response no page has?',
      uk: 'З яким статусом DCM підтверджує дію, відповіді на яку немає на жодній сторінці?',
    },
    usual: { name: '200', says: { en: '200', uk: '200' }, evidence: 'A' },
    others: [
      {
        name: '201',
        profile: { act_status: 201 },
        says: { en: '201', uk: '201' },
        evidence: 'A',
      },
      {
        name: '204',
        profile: { act_status: 204 },
        says: { en: '204 without a body', uk: '204 без тіла' },
        evidence: 'A',
      },
    ],
    touches: [...touched.transfers, ...touched.identifiers, ...touched.limits, 'S16-43', ...touched.branches],
    live: {
      en: 'Treat every status from 200 to 299 as success, and read a body only if there is one.',
      uk: 'Вважайте успіхом кожен статус від 200 до 299 і читайте тіло, лише якщо воно є.',
    },
  },
];
