import { type PlanStep, plan } from '../plan.js';
import type { Language } from './language.js';

type Words = Pick<PlanStep, 'title' | 'outcome'>;

export type StepNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16;

const actors: Readonly<Record<PlanStep['who'], string>> = {
  'Bank IT Team': 'ІТ-команда банку',
  'DCM DevOps': 'DevOps DCM',
  'DCM Admin': 'Адміністратор DCM',
  'Bank officer': 'Працівник банку',
  'Bank System operator': 'Оператор системи банку',
};

const step = (title: string, outcome: string): Words => ({ title, outcome });

const ukrainian: Readonly<Record<StepNumber, Words>> = {
  1: step('реалізувати авторизацію запитів DCM', 'авторизація готова до розгортання'),
  2: step('надіслати публічний ключ для перевірки підписів JWT', 'банк має публічний ключ'),
  3: step('зареєструвати контрагента з asset_code UAH', 'контрагента видно'),
  4: step('замовити в DevOps розгортання інфраструктури', 'завдання створено'),
  5: step('розгорнути інтерфейс і модуль автентифікації', 'хости доступні'),
  6: step('розгорнути авторизацію з публічним ключем', 'працівник банку має доступ до секретів'),
  7: step('зареєструвати секрети хранителів ключів', 'GET /key видає секрети 2 користувачів'),
  8: step('передати дані для підключення', 'дані в адміністратора DCM'),
  9: step('зберегти адреси, створити першого працівника', 'працівника створено'),
  10: step('створити сутності ідентифікації та процесингу', 'обидві сутності створено'),
  11: step('встановити пароль першого працівника', 'працівник увійшов'),
  12: step('подати запит на створення ідентифікаторів', 'запит надійшов до DCM'),
  13: step('підтвердити суму й переказати її', 'ідентифікатори отримано'),
  14: step('створити секрети клієнтів', 'секрети готові'),
  15: step('створити клієнтів із рахунками', 'клієнтів створено'),
  16: step('виконати перекази та інші перевірки', 'перевірки пройдено'),
};

/** A step of the plan in words; undefined for a number that the plan does not have. */
export function stepWords(
  number: number,
  language: Language,
): (Words & { readonly who: string }) | undefined {
  const declared = plan.find((one) => one.step === number);
  if (declared === undefined || language === 'en') return declared;
  return { who: actors[declared.who], ...ukrainian[number as StepNumber] };
}
