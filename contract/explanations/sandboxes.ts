import type { Explanations } from './explanation.js';

/** Why a request to a sandbox is refused before, or although, its world serves it. */
export const sandboxCauses = {
  'sandbox-nameless': {
    says: {
      en: 'the path /s/ names no sandbox',
      uk: 'шлях /s/ не називає жодної пісочниці',
    },
    where: 'path',
    right: {
      en: 'put the name after it: /s/NAME; GET /control/v1/sandboxes lists them',
      uk: 'додайте назву: /s/НАЗВА; перелік дає GET /control/v1/sandboxes',
    },
    source: 'A',
  },
  'sandbox-gone': {
    says: {
      en: 'there is no sandbox {name}',
      uk: 'пісочниці {name} немає',
    },
    where: 'path',
    right: {
      en: 'it was deleted, has expired, or was never made: make it, or use one that GET /control/v1/sandboxes lists',
      uk: 'її видалено, її час минув або її не створювали: створіть її або візьміть одну з переліку GET /control/v1/sandboxes',
    },
    source: 'A',
  },
  'sandbox-rate': {
    says: {
      en: 'sandbox {name} serves {most} requests in a second',
      uk: 'пісочниця {name} обслуговує стільки запитів за секунду: {most}',
    },
    where: 'state',
    right: {
      en: 'slow down; an operator can fork it with a higher limits.requests_per_s, or raise --sandbox-rate',
      uk: 'надсилайте їх повільніше; оператор може скопіювати її (fork) з вищим limits.requests_per_s або підвищити --sandbox-rate',
    },
    source: 'A',
  },
  'sandbox-full': {
    code: 'sandbox-full',
    says: {
      en: 'the sandbox has as many rows as it may have: {most}',
      uk: 'пісочниця вже має стільки записів, скільки дозволено: {most}',
    },
    where: 'state',
    right: {
      en: 'reset it; an operator can fork it with a higher limits.rows, or raise --sandbox-rows if it has no limit of its own',
      uk: 'скиньте її; оператор може скопіювати її (fork) з вищим limits.rows або підвищити --sandbox-rows, якщо вона не має власного ліміту',
    },
    source: 'A',
  },
  'sandbox-damaged': {
    code: 'sandbox-damaged',
    says: {
      en: 'what is kept of sandbox {name} is damaged, or of another version',
      uk: 'те, що збережено про пісочницю {name}, пошкоджено, або воно від іншої версії',
    },
    where: 'state',
    right: {
      en: 'an operator deletes it (DELETE /control/v1/sandboxes/NAME) or restores it',
      uk: 'оператор видаляє її (DELETE /control/v1/sandboxes/НАЗВА) або відновлює',
    },
    source: 'A',
  },
} as const satisfies Explanations;
