import type { TextsOf } from './rule-text.js';

export const customerTexts: TextsOf<'CUSTOMER'> = {
  'CUSTOMER-01': {
    says: 'клієнта створюють із login, asset_code та asset_issuer, один раз',
    fix: 'Надсилайте обов’язкові asset_code та asset_issuer і логін, для якого вже є секрет.',
    causes: [
      [
        'asset_code or asset_issuer is missing or of another environment',
        'asset_code чи asset_issuer немає або вони з іншого середовища',
      ],
      [
        'the bank declined /user_auth: no secret under this login',
        'банк відхилив /user_auth: для цього логіна немає секрету',
      ],
      ['the request is repeated after a slow answer', 'запит повторюється після повільної відповіді'],
    ],
  },
  'CUSTOMER-02': {
    says: 'секрет клієнта існує до створення клієнта',
    fix: 'Спершу створіть секрет клієнта: під час створення клієнта DCM звертається до /user_auth.',
    causes: [
      [
        'secret and customer are created in the wrong order, or in parallel',
        'секрет і клієнта створюють у зворотному порядку або паралельно',
      ],
      [
        'the secret is stored under another login, e.g. without the plus sign',
        'секрет збережено під іншим логіном, наприклад без знака плюс',
      ],
    ],
  },
  'CUSTOMER-03': {
    says: 'відмову в повторному створенні клієнта помічено й не сприйнято за успіх',
    fix: 'Читайте відповідь: наявний логін отримує відмову 400.',
    causes: [
      ['any answer counts as success', 'будь-яка відповідь вважається успіхом'],
      ['an existing customer is reported as newly created', 'наявного клієнта показують як щойно створеного'],
    ],
  },
  'CUSTOMER-04': {
    says: 'дані клієнта оформлено правильно: логін, IBAN з чинними контрольними цифрами, міжнародний номер телефону',
    fix: 'Надсилайте логін, IBAN із контрольними цифрами та телефон зі знаком + і кодом країни.',
    causes: [
      ['test data with invented IBANs', 'тестові дані з вигаданими IBAN'],
      ['the phone number goes out as it was typed', 'номер телефону надсилається так, як його ввели'],
    ],
  },
};
