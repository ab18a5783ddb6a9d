import { rules } from './rule.js';

/** How the bank creates customers. */
export const customerRules = rules({
  'CUSTOMER-01': {
    level: 'must',
    says: {
      en: 'a customer is created with login, asset_code and asset_issuer, once',
      uk: 'клієнта створюють із login, asset_code та asset_issuer, один раз',
    },
    fix: {
      en: 'Send asset_code and asset_issuer, which are required, and the login for which a secret exists.',
      uk: 'Надсилайте обов’язкові asset_code та asset_issuer і логін, для якого вже є секрет.',
    },
    causes: [
      {
        en: 'asset_code or asset_issuer is missing or of another environment',
        uk: 'asset_code чи asset_issuer немає або вони з іншого середовища',
      },
      {
        en: 'the bank declined /user_auth: no secret under this login',
        uk: 'банк відхилив /user_auth: для цього логіна немає секрету',
      },
      {
        en: 'the request is repeated after a slow answer',
        uk: 'запит повторюється після повільної відповіді',
      },
    ],
    source: 'D CUS',
    step: 15,
  },
  'CUSTOMER-02': {
    level: 'must',
    says: {
      en: 'the secret of a customer exists before the customer is created',
      uk: 'секрет клієнта існує до створення клієнта',
    },
    fix: {
      en: "Create the customer's secret first; DCM asks /user_auth while it creates the customer.",
      uk: 'Спершу створіть секрет клієнта: під час створення клієнта DCM звертається до /user_auth.',
    },
    causes: [
      {
        en: 'secret and customer are created in the wrong order, or in parallel',
        uk: 'секрет і клієнта створюють у зворотному порядку або паралельно',
      },
      {
        en: 'the secret is stored under another login, e.g. without the plus sign',
        uk: 'секрет збережено під іншим логіном, наприклад без знака плюс',
      },
    ],
    source: 'D CUS',
    step: 15,
  },
  'CUSTOMER-03': {
    level: 'must',
    says: {
      en: 'the refusal of a duplicate customer is noticed and not taken for success',
      uk: 'відмову в повторному створенні клієнта помічено й не сприйнято за успіх',
    },
    fix: {
      en: 'Read the answer: a login that exists is refused with 400.',
      uk: 'Читайте відповідь: наявний логін отримує відмову 400.',
    },
    causes: [
      { en: 'any answer counts as success', uk: 'будь-яка відповідь вважається успіхом' },
      {
        en: 'an existing customer is reported as newly created',
        uk: 'наявного клієнта показують як щойно створеного',
      },
    ],
    source: 'D ERR',
    step: 15,
  },
  'CUSTOMER-04': {
    level: 'should',
    says: {
      en: 'member values of a customer are well formed: a login, an IBAN with valid check digits, an international phone number',
      uk: 'дані клієнта оформлено правильно: логін, IBAN з чинними контрольними цифрами, міжнародний номер телефону',
    },
    fix: {
      en: 'Send a login, an IBAN with its check digits, and a phone number with + and the country code.',
      uk: 'Надсилайте логін, IBAN із контрольними цифрами та телефон зі знаком + і кодом країни.',
    },
    causes: [
      { en: 'test data with invented IBANs', uk: 'тестові дані з вигаданими IBAN' },
      {
        en: 'the phone number goes out as it was typed',
        uk: 'номер телефону надсилається так, як його ввели',
      },
    ],
    source: 'A',
    step: 15,
    reading: { unknown: 'U-30' },
  },
});
