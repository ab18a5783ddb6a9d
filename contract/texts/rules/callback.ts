import type { TextsOf } from './rule-text.js';

export const callbackTexts: TextsOf<'CALLBACK'> = {
  'CALLBACK-01': {
    says: 'зворотний виклик про зміну залишку отримує 200',
    fix: 'Відповідайте 200 на POST /api/dcm/notify/{pay-in, pay-out, transfer}, щойно виклик прийнято.',
    causes: [
      ['the answer is 201, 202 or 204 instead of 200', 'відповідь має код 201, 202 або 204 замість 200'],
      [
        'bank.callback_url is wrong, or the bank is not reached there',
        'адреса bank.callback_url неправильна або банк за нею недоступний',
      ],
      [
        'the booking runs before the answer and takes too long',
        'операцію обліковують до відповіді, і це триває задовго',
      ],
      ['a credential is demanded that DCM does not send', 'вимагаються облікові дані, яких DCM не надсилає'],
    ],
  },
  'CALLBACK-02': {
    says: 'після зворотного виклику банк читає переказ',
    fix: 'Перш ніж обліковувати, прочитайте переказ за transaction_id зі зворотного виклику (getPayment).',
    causes: [
      ['the callback is only acknowledged', 'виклик лише підтверджують'],
      [
        'the read fails: session ended, or another counterparty guid',
        'читання не вдається: сесія завершилася або інший guid контрагента',
      ],
      ['it is read later, by a batch job', 'переказ читає пізніше пакетне завдання'],
    ],
  },
  'CALLBACK-03': {
    says: 'повторний зворотний виклик знову отримує 200 і не шкодить',
    fix: 'Запам’ятовуйте transaction_id прийнятих викликів; відповідайте 200 і не обліковуйте нічого двічі.',
    causes: [
      [
        'a unique key in the database turns the second one into an error',
        'унікальний ключ у базі перетворює другий виклик на помилку',
      ],
      ['a duplicate is answered with 409', 'на дублікат відповідають 409'],
    ],
  },
  'CALLBACK-04': {
    says: 'зворотний виклик про невідому транзакцію не спричиняє помилки сервера',
    fix: 'Якщо DCM не знає транзакції, відповідайте 2xx або 4xx і зафіксуйте це.',
    causes: [
      [
        "DCM's refusal while the transfer is read is not caught",
        'відмову DCM під час читання переказу не оброблено',
      ],
    ],
  },
};
