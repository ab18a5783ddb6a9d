import type { Language } from './texts/language.js';
import type { Said } from './texts/said.js';

/** Who acts; the mock performs DCM's acts. */
interface Actor extends Said {
  readonly side: 'bank' | 'dcm';
}

const itTeam: Actor = { side: 'bank', en: 'Bank IT Team', uk: 'ІТ-команда банку' };
const officer: Actor = { side: 'bank', en: 'Bank officer', uk: 'Працівник банку' };
const operator: Actor = { side: 'bank', en: 'Bank System operator', uk: 'Оператор системи банку' };
const devOps: Actor = { side: 'dcm', en: 'DCM DevOps', uk: 'DevOps DCM' };
const admin: Actor = { side: 'dcm', en: 'DCM Admin', uk: 'Адміністратор DCM' };

interface Planned {
  readonly who: Actor;
  readonly title: Said;
  readonly outcome: Said;
}

const steps = {
  1: {
    who: itTeam,
    title: { en: "implement the authorization of DCM's requests", uk: 'реалізувати авторизацію запитів DCM' },
    outcome: {
      en: 'the authorization service is ready for deployment',
      uk: 'сервіс авторизації готовий до розгортання',
    },
  },
  2: {
    who: devOps,
    title: {
      en: 'send the public key that checks JWT signatures',
      uk: 'надіслати публічний ключ для перевірки підписів JWT',
    },
    outcome: { en: 'the bank has the public key', uk: 'банк має публічний ключ' },
  },
  3: {
    who: admin,
    title: {
      en: 'register the counterparty with asset_code UAH',
      uk: 'зареєструвати контрагента з asset_code UAH',
    },
    outcome: { en: 'the counterparty is visible', uk: 'контрагента видно' },
  },
  4: {
    who: admin,
    title: {
      en: 'ask DevOps to deploy the infrastructure',
      uk: 'замовити в DevOps розгортання інфраструктури',
    },
    outcome: { en: 'a task is created', uk: 'завдання створено' },
  },
  5: {
    who: devOps,
    title: {
      en: 'deploy the front end and authentication',
      uk: 'розгорнути інтерфейс і модуль автентифікації',
    },
    outcome: { en: 'the hosts are reachable', uk: 'хости доступні' },
  },
  6: {
    who: itTeam,
    title: {
      en: "deploy the service with DCM's public key",
      uk: 'розгорнути сервіс авторизації з публічним ключем',
    },
    outcome: {
      en: 'the bank officer has access to the secrets',
      uk: 'працівник банку має доступ до секретів',
    },
  },
  7: {
    who: officer,
    title: { en: "register the key keepers' secrets", uk: 'зареєструвати секрети хранителів ключів' },
    outcome: {
      en: 'GET /key returns the secrets of 2 users',
      uk: 'GET /key повертає секрети 2 користувачів',
    },
  },
  8: {
    who: officer,
    title: { en: 'hand over the onboarding data', uk: 'передати дані для підключення' },
    outcome: { en: 'the DCM Admin has the data', uk: 'адміністратор DCM отримав дані' },
  },
  9: {
    who: admin,
    title: {
      en: 'store the URLs and create the first employee',
      uk: 'зберегти URL і створити першого працівника',
    },
    outcome: { en: 'the employee is created', uk: 'працівника створено' },
  },
  10: {
    who: admin,
    title: {
      en: 'create the identification and processing entities',
      uk: 'створити сутності ідентифікації та процесингу',
    },
    outcome: { en: 'both entities are created', uk: 'обидві сутності створено' },
  },
  11: {
    who: officer,
    title: { en: "set the first employee's password", uk: 'встановити пароль першого працівника' },
    outcome: { en: 'the employee has logged in', uk: 'працівник увійшов' },
  },
  12: {
    who: operator,
    title: { en: 'request the creation of identifiers', uk: 'подати запит на створення ідентифікаторів' },
    outcome: { en: 'DCM has the request', uk: 'DCM отримав запит' },
  },
  13: {
    who: admin,
    title: { en: 'confirm the amount and transfer it', uk: 'підтвердити суму й переказати її' },
    outcome: { en: 'the identifiers are received', uk: 'ідентифікатори отримано' },
  },
  14: {
    who: officer,
    title: { en: "create the customers' secrets", uk: 'створити секрети клієнтів' },
    outcome: { en: 'the secrets are ready', uk: 'секрети готові' },
  },
  15: {
    who: operator,
    title: { en: 'create customers with accounts', uk: 'створити клієнтів із рахунками' },
    outcome: { en: 'the customers are created', uk: 'клієнтів створено' },
  },
  16: {
    who: operator,
    title: { en: 'make transfers and the other checks', uk: 'виконати перекази та інші перевірки' },
    outcome: { en: 'the checks have passed', uk: 'перевірки пройдено' },
  },
} as const satisfies Readonly<Record<number, Planned>>;

export type StepNumber = keyof typeof steps;

/** A step in the words of one language. */
interface StepWords {
  readonly who: string;
  readonly title: string;
  readonly outcome: string;
}

/** A step of the plan in words; undefined for a number that the plan does not have. */
export function stepWords(step: number, language: Language): StepWords | undefined {
  const planned = (steps as Readonly<Record<number, Planned>>)[step];
  return (
    planned && {
      who: planned.who[language],
      title: planned.title[language],
      outcome: planned.outcome[language],
    }
  );
}

export interface PlanStep extends StepWords {
  readonly step: number;
  readonly side: Actor['side'];
}

/** The technical integration plan (page PLAN): who does what, and what comes out of it. */
export const plan: readonly PlanStep[] = Object.entries<Planned>(steps).map(
  ([step, { who, title, outcome }]) => ({
    step: Number(step),
    who: who.en,
    side: who.side,
    title: title.en,
    outcome: outcome.en,
  }),
);
