import { rules } from './rule.js';

/** What DCM calls after a transfer. */
export const callbackRules = rules({
  'CALLBACK-01': {
    level: 'must',
    says: {
      en: 'a callback about a change of balance is answered with 200',
      uk: 'зворотний виклик про зміну залишку отримує 200',
    },
    fix: {
      en: 'Answer POST /api/dcm/notify/{pay-in, pay-out, transfer} with 200 once it is taken.',
      uk: 'Відповідайте 200 на POST /api/dcm/notify/{pay-in, pay-out, transfer}, щойно виклик прийнято.',
    },
    causes: [
      {
        en: 'the answer is 201, 202 or 204 instead of 200',
        uk: 'відповідь має код 201, 202 або 204 замість 200',
      },
      {
        en: 'bank.callback_url is wrong, or the bank is not reached there',
        uk: 'адреса bank.callback_url неправильна або банк за нею недоступний',
      },
      {
        en: 'the booking runs before the answer and takes too long',
        uk: 'операцію обліковують до відповіді, і це триває задовго',
      },
      {
        en: 'a credential is demanded that DCM does not send',
        uk: 'вимагаються облікові дані, яких DCM не надсилає',
      },
    ],
    source: 'D CB',
    step: 16,
    reading: { unknown: 'U-57', options: ['callback_timeout_ms', 'callback_retry_s'] },
  },
  'CALLBACK-03': {
    level: 'should',
    says: {
      en: 'a callback that comes twice is answered with 200 again and does no harm',
      uk: 'повторний зворотний виклик знову отримує 200 і не шкодить',
    },
    fix: {
      en: 'Remember the transaction_id of callbacks that were taken; answer 200 and book nothing twice.',
      uk: 'Запам’ятовуйте transaction_id прийнятих викликів; відповідайте 200 і не обліковуйте нічого двічі.',
    },
    causes: [
      {
        en: 'a unique key in the database turns the second one into an error',
        uk: 'унікальний ключ у базі перетворює другий виклик на помилку',
      },
      { en: 'a duplicate is answered with 409', uk: 'на дублікат відповідають 409' },
    ],
    source: 'A',
    step: 16,
    reading: { unknown: 'U-57', options: ['callback_retry_s'] },
  },
  'CALLBACK-04': {
    level: 'should',
    says: {
      en: 'a callback about an unknown transaction is no server error',
      uk: 'зворотний виклик про невідому транзакцію не спричиняє помилки сервера',
    },
    fix: {
      en: 'Answer 2xx or 4xx when DCM does not know the transaction, and note it.',
      uk: 'Якщо DCM не знає транзакції, відповідайте 2xx або 4xx і зафіксуйте це.',
    },
    causes: [
      {
        en: "DCM's refusal while the transfer is read is not caught",
        uk: 'відмову DCM під час читання переказу не оброблено',
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
      en: 'Read the transfer by the transaction_id of the callback (getPayment) before booking it.',
      uk: 'Перш ніж обліковувати, прочитайте переказ за transaction_id зі зворотного виклику (getPayment).',
    },
    causes: [
      { en: 'the callback is only acknowledged', uk: 'виклик лише підтверджують' },
      {
        en: 'the read fails: session ended, or another counterparty guid',
        uk: 'читання не вдається: сесія завершилася або інший guid контрагента',
      },
      { en: 'it is read later, by a batch job', uk: 'переказ читає пізніше пакетне завдання' },
    ],
    source: 'O AID-CB',
    step: 16,
  },
});
