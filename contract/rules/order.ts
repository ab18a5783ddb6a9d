import { rules } from './rule.js';

/** What becomes of what the bank was asked for, also when something is lost or down. */
export const orderRules = rules({
  'ORDER-01': {
    level: 'must',
    says: {
      en: 'a transfer that is ordered once moves its money once, also if a response is lost',
      uk: 'переказ, доручений один раз, переміщує кошти один раз, навіть якщо відповідь утрачено',
    },
    fix: {
      en: 'Store the guid of the draft before you confirm it. If a response is lost or late, read the transfer (getPayment, or listPayments by amount and entities) before you send anything again. Keep one identifier of your own for each order, such as external_transaction_id, so that two workers cannot execute it twice.',
      uk: 'Зберігайте guid чернетки до підтвердження. Якщо відповідь утрачено або вона запізнилася, прочитайте переказ (getPayment чи listPayments за сумою та сутностями), перш ніж щось надсилати знову. Ведіть власний ідентифікатор кожного доручення, наприклад external_transaction_id, щоб два процеси не виконали його двічі.',
    },
    causes: [
      {
        en: 'the whole transfer is retried after a timeout, a closed connection or a 5xx',
        uk: 'увесь переказ повторюють після тайм-ауту, розірваного з’єднання чи 5xx',
      },
      {
        en: 'a job executes orders again that are not marked as done',
        uk: 'завдання знову виконує доручення, не позначені як виконані',
      },
      { en: 'two worker processes take the same order', uk: 'те саме доручення беруть два процеси' },
    ],
    source: 'D TR',
    step: 16,
  },
  'ORDER-02': {
    level: 'must',
    says: {
      en: 'identifiers are requested once for each order, also if the response is lost',
      uk: 'за кожним дорученням ідентифікатори запитують один раз, навіть якщо відповідь утрачено',
    },
    fix: {
      en: 'If the response to issueIdentifiers or burnIdentifiers is lost or late, read the history of requests before you send anything again.',
      uk: 'Якщо відповідь на issueIdentifiers чи burnIdentifiers утрачено або вона запізнилася, прочитайте історію запитів, перш ніж щось надсилати знову.',
    },
    causes: [
      {
        en: 'the request is retried after a timeout, a closed connection or a 5xx',
        uk: 'запит повторюють після тайм-ауту, розірваного з’єднання чи 5xx',
      },
      {
        en: 'a job sends requests again that are not marked as done',
        uk: 'завдання знову надсилає запити, не позначені як виконані',
      },
    ],
    source: 'D ID',
    step: 12,
  },
  'ORDER-03': {
    level: 'must',
    says: {
      en: 'the bank moves only money that it was asked to move',
      uk: 'банк переміщує лише ті кошти, які йому доручено перемістити',
    },
    fix: {
      en: 'Confirm a draft only for an order that you have received, with its sender, receiver and amount.',
      uk: 'Підтверджуйте чернетку лише за отриманим дорученням, із його відправником, отримувачем і сумою.',
    },
    causes: [
      { en: 'a fee is transferred in addition', uk: 'додатково переказують комісію' },
      {
        en: 'drafts of earlier runs are confirmed after a restart',
        uk: 'після перезапуску підтверджують чернетки попередніх прогонів',
      },
    ],
    source: 'D TR',
    step: 16,
  },
  'ORDER-04': {
    level: 'must',
    says: {
      en: 'the bank does not report success for what DCM has not done',
      uk: 'банк не повідомляє про успіх того, чого DCM не виконав',
    },
    fix: {
      en: 'Treat every response other than 2xx, and every missing response, as not done until you have read the opposite.',
      uk: 'Вважайте будь-яку відповідь, крім 2xx, і відсутність відповіді невиконанням, доки не прочитаєте протилежного.',
    },
    causes: [
      { en: 'only 4xx counts as a failure', uk: 'невдачею вважають лише 4xx' },
      {
        en: 'the order is put aside for later and reported as done',
        uk: 'доручення відкладають на потім, а повідомляють про виконання',
      },
    ],
    source: 'RFC 9110',
    step: 16,
  },
  'ORDER-05': {
    level: 'should',
    says: {
      en: 'if a response is lost, the bank finds out what has become of the order and reports it',
      uk: 'якщо відповідь утрачено, банк з’ясовує долю доручення й повідомляє про неї',
    },
    fix: {
      en: 'Read the transfer (getPayment) or the list of requests before you report a failure: no page describes an idempotency key, so reading is the only way to know.',
      uk: 'Прочитайте переказ (getPayment) або список запитів, перш ніж повідомити про невдачу: жодна сторінка не описує ключа ідемпотентності, тож дізнатися можна лише так.',
    },
    causes: [
      {
        en: 'a missing response counts as a refusal',
        uk: 'відсутність відповіді вважають відмовою',
      },
      {
        en: 'the transfer is read, but its status is not used',
        uk: 'переказ читають, але його статус не враховують',
      },
    ],
    source: 'A',
    step: 16,
  },
});
