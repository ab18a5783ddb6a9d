import type { Source } from '../provenance.js';
import type { Said } from '../texts/said.js';
import { type Declared, rules } from './rule.js';

/** An outcome that DCM is responsible for: if it fails, the mock is at fault, never the bank. */
const owed = (step: number, source: Source, says: Said): Declared => ({
  side: 'dcm',
  level: 'must',
  says,
  fix: {
    en: 'This is a fault of the mock: please report it.',
    uk: 'Це несправність імітатора: повідомте про неї.',
  },
  causes: [{ en: 'the fault is in the mock, not in the bank', uk: 'помилка в імітаторі, а не в банку' }],
  source,
  step,
});

/** Outcomes of the plan. DCM, and here the mock in its place, is responsible for most of them. */
export const dcmRules = rules({
  'PLAN-02': owed(2, 'D PLAN', {
    en: 'the public key that was handed over is in the published JWKS',
    uk: 'переданий публічний ключ є в опублікованому JWKS',
  }),
  'PLAN-03': owed(3, 'D PLAN', {
    en: "the counterparty is registered with a guid, an asset and the asset's issuer",
    uk: 'контрагента зареєстровано з guid, активом і його емітентом',
  }),
  'PLAN-04': owed(4, 'D PLAN', {
    en: 'a task to deploy the infrastructure exists',
    uk: 'завдання на розгортання інфраструктури створено',
  }),
  'PLAN-05': owed(5, 'D PLAN', {
    en: 'the API host returns the JWKS and a login flow',
    uk: 'хост API повертає JWKS і login flow',
  }),
  'PLAN-08': {
    level: 'must',
    says: {
      en: 'the onboarding data are complete: three URLs that respond, an alias that is valid in a host name, an e-mail address',
      uk: 'дані для підключення повні: три доступні URL, псевдонім, придатний для імені хоста, адреса електронної пошти',
    },
    fix: {
      en: 'Provide URLs that DCM can reach, an alias of a-z, 0-9 and -, and the e-mail address of the first employee.',
      uk: 'Надайте URL, доступні з боку DCM, псевдонім із символів a-z, 0-9 та -, і адресу електронної пошти першого працівника.',
    },
    causes: [
      {
        en: 'one of the three URLs is wrong or cannot be reached',
        uk: 'один із трьох URL неправильний або недоступний',
      },
      {
        en: 'the alias has capital letters, spaces or underscores',
        uk: 'псевдонім містить великі літери, пробіли чи символи підкреслення',
      },
    ],
    source: 'D PLAN',
    step: 8,
  },
  'PLAN-09': owed(9, 'D PLAN', {
    en: "the bank's URLs are stored and the first employee is created and invited",
    uk: 'URL банку збережено, першого працівника створено й запрошено',
  }),
  'PLAN-10': {
    level: 'must',
    says: {
      en: "both entities are created, and the bank returns each key keeper's secret to DCM",
      uk: 'обидві сутності створено, і банк повертає DCM секрет кожного хранителя ключа',
    },
    fix: {
      en: "Return the key keeper's secret from /key for the flows sign-up-emission and sign-up-processing.",
      uk: 'Повертайте на /key секрет хранителя ключа для flow sign-up-emission та sign-up-processing.',
    },
    causes: [
      { en: 'a key keeper has no secret yet (step 7)', uk: 'хранитель ключа ще не має секрету (крок 7)' },
      { en: 'the service allows only the flow sign-in', uk: 'сервіс дозволяє лише flow sign-in' },
      {
        en: "the bank's configuration does not let subjects.admin act for key keepers",
        uk: 'за конфігурацією банку subjects.admin не має права діяти від імені хранителів ключів',
      },
    ],
    source: 'D PLAN',
    step: 10,
    reading: { unknown: 'U-03, U-23' },
  },
  'PLAN-13': owed(13, 'D PLAN', {
    en: 'the confirmed identifiers arrive at the identification entity',
    uk: 'підтверджені ідентифікатори надходять на сутність ідентифікації',
  }),
  'ERROR-01': owed(16, 'D ERR', {
    en: 'refusals have the documented status and message',
    uk: 'відмови мають задокументовані код і повідомлення',
  }),
  'ANSWER-01': {
    side: 'dcm',
    level: 'should',
    says: {
      en: "the bodies of DCM's responses have the members that the contract declares, in their types",
      uk: 'тіла відповідей DCM мають поля й типи, які оголошує контракт',
    },
    fix: {
      en: 'Read the response as the stage sends it, and report the difference to DCM: the documentation or the stage has to change.',
      uk: 'Читайте відповідь такою, якою її надсилає стенд, і повідомте DCM про розбіжність: змінитися має документація або стенд.',
    },
    causes: [
      {
        en: 'the documentation is older or newer than the stage',
        uk: 'документація старіша або новіша за стенд',
      },
      {
        en: 'a gateway answered in place of DCM',
        uk: 'замість DCM відповів шлюз',
      },
    ],
    source: 'A',
    step: 16,
  },
  'WALK-01': owed(16, 'D ADDROLE', {
    en: 'a user is added to a role as "How to add a user to a role" describes it',
    uk: 'користувача додано до ролі так, як описано на сторінці «How to add a user to a role»',
  }),
  'WALK-02': owed(16, 'D BR-EMP', {
    en: 'an employee is added to a branch as "How to add employee to branch" describes it',
    uk: 'працівника додано до філії так, як описано на сторінці «How to add employee to branch»',
  }),
  'WALK-03': owed(16, 'D REC', {
    en: 'a reconciliation is found in the list and confirmed by updating its status',
    uk: 'звірку знаходять у переліку й підтверджують оновленням статусу',
  }),
  'WALK-04': owed(16, 'D LIM', {
    en: 'limits are set, and a transfer that exceeds one is refused with a message that names the limit',
    uk: 'ліміти встановлено, а переказ понад ліміт відхилено з повідомленням, який саме ліміт перевищено',
  }),
});
