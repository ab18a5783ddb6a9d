import type { RuleText, TextsOf } from './rule-text.js';

/** An outcome that DCM owes: here the mock is at fault, never the bank. */
const ofTheMock = (says: string): RuleText => ({
  says,
  fix: 'Несправність імітатора: повідомте про неї.',
  causes: [['a fault of the mock, not of the bank', 'несправність імітатора, а не банку']],
});

/** Outcomes of the plan, most of which DCM owes. */
export const dcmTexts: TextsOf<'PLAN' | 'ERROR' | 'WALK' | 'DECLINE'> = {
  'PLAN-02': ofTheMock('переданий публічний ключ є в опублікованому JWKS'),
  'PLAN-03': ofTheMock('контрагента зареєстровано з guid, активом і його емітентом'),
  'PLAN-04': ofTheMock('завдання на розгортання інфраструктури існує'),
  'PLAN-05': ofTheMock('хост API видає JWKS і login flow'),
  'PLAN-08': {
    says: 'дані для підключення повні: три адреси, що відповідають, псевдонім, придатний для імені хоста, електронна пошта',
    fix: 'Надайте адреси, доступні з боку DCM, псевдонім із a-z, 0-9 та -, і електронну пошту першого працівника.',
    causes: [
      ['one of the three URLs is wrong or not reachable', 'одна з трьох адрес неправильна або недоступна'],
      [
        'the alias has capital letters, spaces or underscores',
        'псевдонім містить великі літери, пробіли чи підкреслення',
      ],
    ],
  },
  'PLAN-09': ofTheMock('адреси банку збережено, першого працівника створено й запрошено'),
  'PLAN-10': {
    says: 'обидві сутності створено; банк відповідає DCM на запит секрету кожного хранителя ключа',
    fix: 'Відповідайте на /key для flow sign-up-emission та sign-up-processing секретом хранителя ключа.',
    causes: [
      ['a key keeper has no secret yet (step 7)', 'хранитель ключа ще не має секрету (крок 7)'],
      ['the service allows the flow sign-in only', 'сервіс дозволяє лише flow sign-in'],
      [
        "subjects.admin may not act for key keepers in the bank's configuration",
        'у конфігурації банку subjects.admin не має права діяти за хранителів ключів',
      ],
    ],
  },
  'PLAN-13': ofTheMock('підтверджені ідентифікатори надходять на сутність ідентифікації'),
  'ERROR-01': ofTheMock('відмови мають задокументовані код і текст'),
  'WALK-01': ofTheMock(
    'користувача додано до ролі так, як описано на сторінці «How to add a user to a role»',
  ),
  'WALK-02': ofTheMock(
    'працівника додано до філії так, як описано на сторінці «How to add employee to branch»',
  ),
  'WALK-03': ofTheMock('звірку підтверджують, отримавши її з переліку й оновивши статус'),
  'WALK-04': ofTheMock('ліміти встановлено, а переказ, що їх порушує, відхилено із зазначенням ліміту'),
  'DECLINE-01': {
    says: 'коли банк відмовляє на запит DCM, DCM відхиляє операцію, і нічого не переміщується',
    fix: 'Відповідайте 401 на те, що не дозволено, також під час виконання операції.',
    causes: [
      [
        'the bank goes on to permit a user that it has blocked',
        'банк і далі дозволяє дії заблокованого користувача',
      ],
      ['the service answers from a cache', 'сервіс відповідає з кешу'],
    ],
  },
  'DECLINE-02': {
    says: 'операцію, яку відхилив DCM, повторюють щонайбільше один раз, з новим входом або токеном',
    fix: 'Отримавши 401, увійдіть знову (або створіть токен) і повторіть запит один раз; повторна відповідь 401 є остаточною: повідомте про неї та перегляньте журнал власного сервісу авторизації.',
    causes: [
      [
        'every 401 is taken for a dead session, and the request is repeated over and over',
        'кожна відповідь 401 вважається кінцем сесії, і запит повторюється знову й знову',
      ],
      ['a general retry knows no refusals', 'загальний механізм повторів не розрізняє відмов'],
    ],
  },
};
