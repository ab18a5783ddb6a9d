import type { Source } from '../provenance.js';
import type { Said } from '../texts/said.js';
import { type Declared, rules } from './rule.js';

/** An outcome that DCM owes: here the mock is at fault, never the bank. */
const owed = (step: number, source: Source, says: Said): Declared => ({
  side: 'dcm',
  level: 'must',
  says,
  fix: { en: 'Fault of the mock: report it.', uk: 'Несправність імітатора: повідомте про неї.' },
  causes: [{ en: 'a fault of the mock, not of the bank', uk: 'несправність імітатора, а не банку' }],
  source,
  step,
});

/** Outcomes of the plan; most of them DCM owes, and the mock stands in for it. */
export const dcmRules = rules({
  'PLAN-02': owed(2, 'D PLAN', {
    en: 'the public key handed over is an entry of the published JWKS',
    uk: 'переданий публічний ключ є в опублікованому JWKS',
  }),
  'PLAN-03': owed(3, 'D PLAN', {
    en: 'the counterparty is registered with a guid, the asset and its issuer',
    uk: 'контрагента зареєстровано з guid, активом і його емітентом',
  }),
  'PLAN-04': owed(4, 'D PLAN', {
    en: 'a task to roll out the infrastructure exists',
    uk: 'завдання на розгортання інфраструктури існує',
  }),
  'PLAN-05': owed(5, 'D PLAN', {
    en: 'the API host answers with the JWKS and a login flow',
    uk: 'хост API видає JWKS і login flow',
  }),
  'PLAN-08': {
    level: 'must',
    says: {
      en: 'the onboarding data are complete: three URLs that answer, an alias fit for a host name, an e-mail',
      uk: 'дані для підключення повні: три адреси, що відповідають, псевдонім, придатний для імені хоста, електронна пошта',
    },
    fix: {
      en: 'Give URLs that are reachable from DCM, an alias of a-z, 0-9 and -, and the e-mail of the first employee.',
      uk: 'Надайте адреси, доступні з боку DCM, псевдонім із a-z, 0-9 та -, і електронну пошту першого працівника.',
    },
    causes: [
      {
        en: 'one of the three URLs is wrong or not reachable',
        uk: 'одна з трьох адрес неправильна або недоступна',
      },
      {
        en: 'the alias has capital letters, spaces or underscores',
        uk: 'псевдонім містить великі літери, пробіли чи підкреслення',
      },
    ],
    source: 'D PLAN',
    step: 8,
  },
  'PLAN-09': owed(9, 'D PLAN', {
    en: "the bank's URLs are stored and the first employee is created and invited",
    uk: 'адреси банку збережено, першого працівника створено й запрошено',
  }),
  'PLAN-10': {
    level: 'must',
    says: {
      en: "both entities are created; the bank answers DCM's question for each key keeper's secret",
      uk: 'обидві сутності створено; банк відповідає DCM на запит секрету кожного хранителя ключа',
    },
    fix: {
      en: 'Answer /key for the flows sign-up-emission and sign-up-processing with the secret of the key keeper.',
      uk: 'Відповідайте на /key для flow sign-up-emission та sign-up-processing секретом хранителя ключа.',
    },
    causes: [
      { en: 'a key keeper has no secret yet (step 7)', uk: 'хранитель ключа ще не має секрету (крок 7)' },
      { en: 'the service allows the flow sign-in only', uk: 'сервіс дозволяє лише flow sign-in' },
      {
        en: "subjects.admin may not act for key keepers in the bank's configuration",
        uk: 'у конфігурації банку subjects.admin не має права діяти за хранителів ключів',
      },
    ],
    source: 'D PLAN',
    step: 10,
    reading: { unknown: 'U-03, U-23' },
  },
  'PLAN-13': owed(13, 'D PLAN', {
    en: 'the confirmed identifiers arrive on the identification entity',
    uk: 'підтверджені ідентифікатори надходять на сутність ідентифікації',
  }),
  'ERROR-01': owed(16, 'D ERR', {
    en: 'refusals have the documented status and words',
    uk: 'відмови мають задокументовані код і текст',
  }),
  'WALK-01': owed(16, 'D ADDROLE', {
    en: 'a user is added to a role as "How to add a user to a role" describes it',
    uk: 'користувача додано до ролі так, як описано на сторінці «How to add a user to a role»',
  }),
  'WALK-02': owed(16, 'D BR-EMP', {
    en: 'an employee is added to a branch as "How to add employee to branch" describes it',
    uk: 'працівника додано до філії так, як описано на сторінці «How to add employee to branch»',
  }),
  'WALK-03': owed(16, 'D REC', {
    en: 'a reconciliation is confirmed by listing it and updating its status',
    uk: 'звірку підтверджують, отримавши її з переліку й оновивши статус',
  }),
  'WALK-04': owed(16, 'D LIM', {
    en: 'limits are set, and a transfer that runs into one is refused and says which',
    uk: 'ліміти встановлено, а переказ, що їх порушує, відхилено із зазначенням ліміту',
  }),
});
