import { rules } from './rule.js';

/** How the bank creates customers. */
export const customerRules = rules({
  'CUSTOMER-01': {
    level: 'must',
    says: {
      en: 'a customer is created once, with login, asset_code and asset_issuer',
      uk: 'клієнта створюють один раз, із login, asset_code та asset_issuer',
    },
    fix: {
      en: 'Send the required asset_code and asset_issuer, and a login that already has a secret.',
      uk: 'Надсилайте обов’язкові asset_code та asset_issuer і логін, який уже має секрет.',
    },
    causes: [
      {
        en: 'asset_code or asset_issuer is missing or belongs to another environment',
        uk: 'asset_code чи asset_issuer відсутні або належать до іншого середовища',
      },
      {
        en: 'the bank refused /user_auth: this login has no secret',
        uk: 'банк відмовив на /user_auth: цей логін не має секрету',
      },
      {
        en: 'the request is repeated after a slow response',
        uk: 'запит повторюється після повільної відповіді',
      },
    ],
    source: 'D CUS',
    step: 15,
  },
  'CUSTOMER-02': {
    level: 'must',
    says: {
      en: "a customer's secret exists before the customer is created",
      uk: 'секрет клієнта існує до створення клієнта',
    },
    fix: {
      en: "Create the customer's secret first: DCM calls /user_auth while it creates the customer.",
      uk: 'Спершу створіть секрет клієнта: під час створення клієнта DCM звертається до /user_auth.',
    },
    causes: [
      {
        en: 'the secret and the customer are created in the wrong order or in parallel',
        uk: 'секрет і клієнта створюють у неправильному порядку або паралельно',
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
      en: 'the bank notices that DCM refused a duplicate customer and does not report success',
      uk: 'банк помічає відмову DCM повторно створити клієнта й не повідомляє про успіх',
    },
    fix: {
      en: 'Check the response: DCM refuses an existing login with 400.',
      uk: 'Перевіряйте відповідь: на логін, який уже існує, DCM відповідає відмовою 400.',
    },
    causes: [
      { en: 'any response counts as success', uk: 'будь-яку відповідь вважають успішною' },
      {
        en: 'an existing customer is reported as newly created',
        uk: 'про наявного клієнта повідомляють як про щойно створеного',
      },
    ],
    source: 'D ERR',
    step: 15,
  },
  'CUSTOMER-04': {
    level: 'should',
    says: {
      en: "a customer's data are well formed: a login, an IBAN with valid check digits, an international phone number",
      uk: 'дані клієнта оформлено правильно: логін, IBAN із правильними контрольними цифрами, номер телефону в міжнародному форматі',
    },
    fix: {
      en: 'Send a login, an IBAN with valid check digits, and a phone number with + and the country code.',
      uk: 'Надсилайте логін, IBAN із правильними контрольними цифрами та номер телефону зі знаком + і кодом країни.',
    },
    causes: [
      { en: 'the test data contain made-up IBANs', uk: 'тестові дані містять вигадані IBAN' },
      { en: 'one IBAN is sent for many customers', uk: 'один IBAN надсилають для багатьох клієнтів' },
      {
        en: 'the phone number is sent as the user typed it',
        uk: 'номер телефону надсилають таким, як його ввів користувач',
      },
    ],
    source: 'A',
    step: 15,
    reading: { unknown: 'U-30' },
  },
  'CUSTOMER-05': {
    level: 'must',
    says: {
      en: 'a customer is created with the name, surname, phone number and IBAN that the act specifies, to the letter',
      uk: 'клієнта створюють з ім’ям, прізвищем, номером телефону та IBAN, заданими в дії, літера в літеру',
    },
    fix: {
      en: 'Send name, surname, phone_number and iban of this customer unchanged, as JSON in UTF-8.',
      uk: 'Надсилайте name, surname, phone_number та iban саме цього клієнта без змін, як JSON у кодуванні UTF-8.',
    },
    causes: [
      { en: 'name and surname are swapped', uk: 'ім’я та прізвище переставлено місцями' },
      {
        en: 'a member is omitted, or taken from another customer',
        uk: 'поле не надсилають або беруть в іншого клієнта',
      },
      {
        en: 'the text is sent in another encoding, or escaped as for HTML or SQL',
        uk: 'текст надсилають в іншому кодуванні або екранують, як для HTML чи SQL',
      },
    ],
    source: 'D CUS',
    step: 15,
  },
  'CUSTOMER-06': {
    level: 'must',
    says: {
      en: 'what /user_auth says of a customer is about that customer and not about another one',
      uk: 'те, що /user_auth повідомляє про клієнта, стосується саме його, а не іншого клієнта',
    },
    fix: {
      en: 'Take first_name, last_name, email and phone from the record of the login in the token, or omit them.',
      uk: 'Беріть first_name, last_name, email і phone із запису за логіном із токена або не повертайте їх.',
    },
    causes: [
      {
        en: 'the data of the customer created last are returned',
        uk: 'повертають дані клієнта, створеного останнім',
      },
      { en: 'records are joined by the wrong key', uk: 'записи поєднано за хибним ключем' },
    ],
    source: 'D BAUTH',
    step: 15,
  },
  'CUSTOMER-07': {
    level: 'should',
    says: {
      en: 'the act that creates customers returns the guids that DCM gave them',
      uk: 'дія, що створює клієнтів, повертає guid, які їм надала DCM',
    },
    fix: {
      en: 'Return customer_guid and guid (the account) from the response to createCustomer, or omit them. No page asks for it: it shows that the bank knows its customers at DCM.',
      uk: 'Повертайте customer_guid і guid (рахунок) із відповіді на createCustomer або не повертайте їх. Жодна сторінка цього не вимагає: це показує, що банк знає своїх клієнтів у DCM.',
    },
    causes: [
      {
        en: 'the guid of the customer and that of the account are confused',
        uk: 'guid клієнта переплутано з guid рахунку',
      },
      { en: 'the bank returns an id of its own', uk: 'банк повертає власний ідентифікатор' },
    ],
    source: 'A',
    step: 15,
  },
});
