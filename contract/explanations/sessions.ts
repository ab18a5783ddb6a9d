import type { Explanations } from './explanation.js';

/** JWT by DCM: what is wrong with the header Authorization, and why a session is not valid. */
export const sessionCauses = {
  'no-credential': {
    code: 'credential',
    says: {
      en: 'the request has no credentials: neither Authorization nor CX-Authorization',
      uk: 'у запиті немає облікових даних: ні Authorization, ні CX-Authorization',
    },
    where: 'header Authorization',
    right: {
      en: 'log in and send Authorization: bearer <session_token>, or CX-Authorization with a JWT of the bank',
      uk: 'увійдіть і надішліть Authorization: bearer <session_token> або CX-Authorization із JWT банку',
    },
    source: 'D AUTH',
  },
  'session-elsewhere': {
    code: 'credential',
    says: {
      en: 'there is no Authorization; the request has {header}, which this operation does not read',
      uk: 'Authorization немає; у запиті є {header}, але ця операція його не читає',
    },
    where: 'header {header}',
    right: {
      en: 'send the session_token of the login as Authorization: bearer <session_token>',
      uk: 'надішліть session_token з відповіді на вхід так: Authorization: bearer <session_token>',
    },
    source: 'D AUTH',
  },
  'scheme-missing': {
    code: 'credential',
    says: {
      en: 'Authorization is one word without a scheme',
      uk: 'Authorization — одне слово без схеми',
    },
    where: 'header Authorization',
    right: {
      en: 'send the word bearer, a space and the session_token',
      uk: 'надішліть слово bearer, пробіл і session_token',
    },
    source: 'D AUTH',
  },
  'scheme-other': {
    code: 'credential',
    says: {
      en: 'the scheme of Authorization is {scheme}, and only bearer is accepted',
      uk: 'схема в Authorization — {scheme}, а приймається лише bearer',
    },
    where: 'header Authorization',
    right: {
      en: 'send Authorization: bearer <session_token>',
      uk: 'надішліть Authorization: bearer <session_token>',
    },
    source: 'D AUTH',
  },
  'authorization-form': {
    code: 'credential',
    says: {
      en: 'Authorization has more than a scheme and a token',
      uk: 'в Authorization більше, ніж схема й токен',
    },
    where: 'header Authorization',
    right: {
      en: 'send exactly two words: bearer and the session_token',
      uk: 'надішліть рівно два слова: bearer і session_token',
    },
    source: 'D AUTH',
  },
  'token-missing': {
    code: 'credential',
    says: {
      en: 'Authorization says bearer, and no token follows',
      uk: 'в Authorization є bearer, але немає токена',
    },
    where: 'header Authorization',
    right: {
      en: 'send the session_token of the login; the csrf_token of a flow for native applications is empty',
      uk: 'надішліть session_token з відповіді на вхід; csrf_token потоку для застосунків порожній',
    },
    source: 'D AUTH',
  },
  'flow-as-token': {
    code: 'credential',
    says: {
      en: 'Authorization holds the id of a login flow without the word bearer',
      uk: 'в Authorization — ідентифікатор потоку входу без слова bearer',
    },
    where: 'header Authorization',
    right: {
      en: 'finish the login (submitLogin) and send bearer and its session_token',
      uk: 'завершіть вхід (submitLogin) і надішліть bearer та його session_token',
    },
    source: 'D AUTH',
  },
  'two-credentials': {
    code: 'credential',
    says: {
      en: 'both Authorization and CX-Authorization are filled',
      uk: 'заповнено і Authorization, і CX-Authorization',
    },
    where: 'header CX-Authorization',
    right: {
      en: 'send one of them: Authorization for a session, CX-Authorization for a JWT of the bank',
      uk: 'надішліть щось одне: Authorization для сесії або CX-Authorization для JWT банку',
    },
    source: 'D JWTA',
  },
  'scheme-dcm-off': {
    code: 'credential',
    says: {
      en: 'the session is valid, but the scheme JWT by DCM is not enabled for this counterparty',
      uk: 'сесія чинна, але для цього контрагента не ввімкнено схему JWT by DCM',
    },
    where: 'state',
    right: {
      en: 'send CX-Authorization with a JWT of the bank, or let an officer enable the scheme dcm',
      uk: 'надішліть CX-Authorization із JWT банку або попросіть працівника DCM увімкнути схему dcm',
    },
    source: 'D JWTA',
  },
  'flow-as-session': {
    code: 'session',
    says: {
      en: 'the token is the id of a login flow, not of a session',
      uk: 'токен — це ідентифікатор потоку входу, а не сесії',
    },
    where: 'header Authorization',
    right: {
      en: 'finish the login (submitLogin) and send its session_token',
      uk: 'завершіть вхід (submitLogin) і надішліть його session_token',
    },
    source: 'D AUTH',
  },
  'jwt-as-session': {
    code: 'session',
    says: {
      en: 'Authorization holds a JWT, and a session token belongs there',
      uk: 'в Authorization — JWT, а там має бути токен сесії',
    },
    where: 'header Authorization',
    right: {
      en: 'send a JWT of the bank in CX-Authorization without the word bearer, or the session_token of a login',
      uk: 'надішліть JWT банку в CX-Authorization без слова bearer або session_token з відповіді на вхід',
    },
    source: 'D JWTA',
  },
  'session-unknown': {
    code: 'session',
    says: {
      en: 'no session has this token: this mock has not issued it, or it has forgotten it since',
      uk: 'такої сесії немає: імітатор не видавав цього токена або вже забув його',
    },
    where: 'header Authorization',
    right: {
      en: 'log in at this mock and send the new session_token unchanged',
      uk: 'увійдіть на цьому імітаторі й надішліть новий session_token без змін',
    },
    source: 'D AUTH',
  },
  'session-expired': {
    code: 'session',
    says: { en: 'the session expired at {at}', uk: 'строк дії сесії минув {at}' },
    where: 'header Authorization',
    right: {
      en: 'log in again; the option session_ttl_s says how long a session lives',
      uk: 'увійдіть знову; строк дії сесії задає параметр session_ttl_s',
    },
    source: 'A',
  },
  'session-logged-out': {
    code: 'session',
    says: { en: 'the session was ended by a logout', uk: 'сесію завершено виходом' },
    where: 'header Authorization',
    right: {
      en: 'log in again, and use no token after its logout',
      uk: 'увійдіть знову й не використовуйте токен після виходу',
    },
    source: 'D AUTH',
  },
} as const satisfies Explanations;
