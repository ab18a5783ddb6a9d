import { rules } from './rule.js';

/** Callbacks, which DCM sends after a transfer. */
export const callbackRules = rules({
  'CALLBACK-01': {
    level: 'must',
    says: {
      en: 'the bank responds with 200 to a callback about a change of balance',
      uk: 'банк відповідає 200 на зворотний виклик про зміну залишку',
    },
    fix: {
      en: 'Respond with 200 to POST /api/dcm/notify/{pay-in, pay-out, transfer} as soon as the callback is received.',
      uk: 'Відповідайте 200 на POST /api/dcm/notify/{pay-in, pay-out, transfer}, щойно виклик прийнято.',
    },
    causes: [
      {
        en: 'the bank returns 201, 202 or 204 instead of 200',
        uk: 'банк повертає 201, 202 або 204 замість 200',
      },
      {
        en: 'bank.callback_url is wrong, or the bank cannot be reached there',
        uk: 'у bank.callback_url указано неправильну адресу або банк за нею недоступний',
      },
      {
        en: 'the transfer is recorded before the response is sent, and that takes too long',
        uk: 'переказ обліковують до відповіді, і це триває надто довго',
      },
      {
        en: 'the bank requires credentials that DCM does not send',
        uk: 'банк вимагає облікових даних, яких DCM не надсилає',
      },
    ],
    source: 'D CB',
    step: 16,
    reading: { unknown: 'U-57', options: ['callback_timeout_ms', 'callback_retry_s'] },
  },
  'CALLBACK-03': {
    level: 'should',
    says: {
      en: 'the bank responds with 200 to a repeated callback and records nothing twice',
      uk: 'банк відповідає 200 на повторний зворотний виклик і нічого не обліковує двічі',
    },
    fix: {
      en: 'Remember the transaction_id of each callback received; respond with 200, and do not record the same transfer twice.',
      uk: 'Запам’ятовуйте transaction_id прийнятих зворотних викликів; відповідайте 200 і не обліковуйте той самий переказ двічі.',
    },
    causes: [
      {
        en: 'a unique constraint in the database makes the second callback fail',
        uk: 'через обмеження унікальності в базі даних другий виклик спричиняє помилку',
      },
      { en: 'the bank returns 409 for a duplicate', uk: 'на повторний виклик банк повертає 409' },
    ],
    source: 'A',
    step: 16,
    reading: { unknown: 'U-57', options: ['callback_retry_s'] },
  },
  'CALLBACK-04': {
    level: 'should',
    says: {
      en: 'a callback about an unknown transaction does not cause a server error',
      uk: 'зворотний виклик про невідому транзакцію не спричиняє помилки сервера',
    },
    fix: {
      en: 'Respond with 2xx or 4xx when DCM does not know the transaction, and log it.',
      uk: 'Якщо DCM не знає транзакції, відповідайте 2xx або 4xx і запишіть це в журнал.',
    },
    causes: [
      {
        en: "DCM's refusal to read the transfer is not handled",
        uk: 'відмову DCM на читання переказу не обробляють',
      },
    ],
    source: 'A',
    step: 16,
    reading: { unknown: 'U-57' },
  },
  'CALLBACK-02': {
    level: 'should',
    says: {
      en: 'after a callback the bank reads the transfer',
      uk: 'після зворотного виклику банк читає переказ',
    },
    fix: {
      en: 'Before you record the transfer, read it by the transaction_id of the callback (getPayment).',
      uk: 'Перш ніж облікувати переказ, прочитайте його за transaction_id зі зворотного виклику (getPayment).',
    },
    causes: [
      {
        en: 'the callback is acknowledged, but the transfer is not read',
        uk: 'отримання виклику підтверджують, але переказу не читають',
      },
      {
        en: 'reading fails: the session has ended, or the counterparty guid is wrong',
        uk: 'прочитати не вдається: сесія завершилася або вказано неправильний guid контрагента',
      },
      {
        en: 'the transfer is read later, by a batch job',
        uk: 'переказ читає пізніше окреме пакетне завдання',
      },
    ],
    source: 'O AID-CB',
    step: 16,
  },
});
