import { bilingual } from '../contract/texts/language.js';

/** What `dcm onboarding` prints beside values. */
export const onboardingWords = bilingual(
  {
    title: 'What to configure in the bank',
    baseUrl: 'base URL',
    guid: 'counterparty guid',
    asset: 'asset',
    issuedBy: (code: string, issuer: string) => `${code} issued by ${issuer}`,
    signer: 'DCM signer',
    schemes: 'schemes',
    employee: 'first employee',
    mayAct: 'may act',
    refused: 'must be refused',
    keeper: 'key keeper',
    login: (purpose: string, login: string, externalId: string) =>
      `${purpose}: login ${login}, external id ${externalId}`,
    logins: 'customers',
    loginCounts: (needed: number, configured: number) => `${needed} needed, ${configured} configured`,
    called: 'URLs that DCM calls',
    reverseCalls: 'Reverse calls to expect (operation: method, flow, obj)',
  },
  {
    title: 'Що налаштувати в банку',
    baseUrl: 'базовий URL',
    guid: 'guid контрагента',
    asset: 'актив',
    issuedBy: (code, issuer) => `${code}, емітент ${issuer}`,
    signer: 'підписант DCM',
    schemes: 'схеми',
    employee: 'перший працівник',
    mayAct: 'мають право діяти',
    refused: 'слід відхиляти',
    keeper: 'хранитель ключа',
    login: (purpose, login, externalId) =>
      `${purpose}: логін ${login}, зовнішній ідентифікатор ${externalId}`,
    logins: 'тестові логіни',
    loginCounts: (needed, configured) => `потрібно ${needed}, налаштовано ${configured}`,
    called: 'Адреси, за якими звертається DCM',
    reverseCalls: 'Очікувані запити DCM (операція: метод, flow, obj)',
  },
);
