import type { MissingKey } from '../../contract/control/board.js';
import { bilingual } from '../state/language.js';

/** Words of the board. */
export const boardTexts = bilingual(
  {
    title: 'Board',
    says: 'The 16 steps of the integration plan for each bank: what the processing center has seen, and what is still missing.',
    empty: 'No bank is registered yet: that is step 3, and the board begins with it.',
    register: 'Register a counterparty',
    outOf: 'of',
    doneSteps: 'steps done',
    done: 'done',
    missing: 'missing',
    waiting: 'waits for an earlier step',
    evidence: {
      journal: 'Journal',
      counterparty: 'Counterparty',
      employee: 'Employee',
      entity: 'Entity',
      identifier: 'Request',
      customer: 'Customer',
      transfer: 'Transfer',
      delivery: 'Callback',
    },
  },
  {
    title: 'Дошка',
    says: '16 кроків плану інтеграції для кожного банку: що процесинговий центр побачив і чого ще бракує.',
    empty: 'Жодного банку ще не зареєстровано: це крок 3, і дошка починається з нього.',
    register: 'Зареєструвати контрагента',
    outOf: 'з',
    doneSteps: 'кроків виконано',
    done: 'виконано',
    missing: 'бракує',
    waiting: 'чекає на попередній крок',
    evidence: {
      journal: 'Журнал',
      counterparty: 'Контрагент',
      employee: 'Працівник',
      entity: 'Сутність',
      identifier: 'Запит',
      customer: 'Клієнт',
      transfer: 'Переказ',
      delivery: 'Зворотний виклик',
    },
  },
);

type Missing = Readonly<Record<MissingKey, string>>;

const en: Missing = {
  'authorization-unseen': 'The bank has not answered /user_auth with 200 yet',
  'key-not-fetched': 'Nobody has fetched DCM’s public keys yet (JWKS)',
  'asset-code': 'The asset code is another one than the plan’s',
  'infrastructure-not-requested': 'The infrastructure has not been requested: open the counterparty',
  'infrastructure-not-deployed': 'The infrastructure is not marked as deployed: open the counterparty',
  'urls-missing': 'URLs of the bank are missing: open the counterparty',
  'key-unanswered': 'The bank has not answered /key with 200 yet',
  'keepers-missing': 'The key keepers of both entities are missing: open the counterparty',
  'keeper-secrets-unseen': 'The secrets of both key keepers have not been seen on /key yet',
  'onboarding-data': 'The onboarding data are not complete',
  'employee-missing': 'The first employee has not been invited: open the counterparty',
  'entities-missing': 'The identification and the processing entity are missing: open the counterparty',
  'password-missing': 'The employee has not set a password: backoffice, reset password',
  'login-unseen': 'The employee has not logged in yet',
  'request-missing': 'The bank has not requested identifiers yet',
  'request-unconfirmed': 'No request is confirmed yet: open the identifier requests',
  'customer-secrets-unseen': 'No secret of a customer has been seen on the bank’s side yet',
  'customers-missing': 'The bank has not created customers yet',
  'transfer-missing': 'No transfer of the bank is confirmed yet',
  'callback-undelivered': 'A callback has not been answered with 200 yet',
};

const uk: Missing = {
  'authorization-unseen': 'Банк ще не відповів на /user_auth кодом 200',
  'key-not-fetched': 'Публічні ключі DCM (JWKS) ще ніхто не отримав',
  'asset-code': 'Код активу не такий, як у плані',
  'infrastructure-not-requested': 'Інфраструктуру не замовлено: відкрийте контрагента',
  'infrastructure-not-deployed': 'Інфраструктуру не позначено розгорнутою: відкрийте контрагента',
  'urls-missing': 'Бракує адрес банку: відкрийте контрагента',
  'key-unanswered': 'Банк ще не відповів на /key кодом 200',
  'keepers-missing': 'Бракує хранителів ключів обох сутностей: відкрийте контрагента',
  'keeper-secrets-unseen': 'Секретів обох хранителів ключів на /key ще не видно',
  'onboarding-data': 'Дані для підключення неповні',
  'employee-missing': 'Першого працівника не запрошено: відкрийте контрагента',
  'entities-missing': 'Бракує сутностей ідентифікації та процесингу: відкрийте контрагента',
  'password-missing': 'Працівник не встановив пароль: бекофіс, встановити пароль',
  'login-unseen': 'Працівник ще не входив',
  'request-missing': 'Банк ще не подав запиту на ідентифікатори',
  'request-unconfirmed': 'Жодного запиту ще не підтверджено: відкрийте запити на ідентифікатори',
  'customer-secrets-unseen': 'Секретів клієнтів на боці банку ще не видно',
  'customers-missing': 'Банк ще не створив клієнтів',
  'transfer-missing': 'Жодного переказу банку ще не підтверджено',
  'callback-undelivered': 'На зворотний виклик ще не відповіли кодом 200',
};

/** What a step still lacks, and where to do it. */
export const missingTexts = bilingual(en, uk);
