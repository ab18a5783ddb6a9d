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
      en: 'sandbox {name} serves {most} requests in a second, and there were more',
      uk: 'пісочниця {name} обслуговує стільки запитів за секунду: {most}, а їх було більше',
    },
    where: 'state',
    right: {
      en: 'send them more slowly, or raise the limit of the sandbox or of the mock (--sandbox-rate)',
      uk: 'надсилайте їх повільніше або підвищте ліміт пісочниці чи імітатора (--sandbox-rate)',
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
      en: 'reset the sandbox, make a new one, or raise the limit of the sandbox or of the mock (--sandbox-rows)',
      uk: 'скиньте пісочницю, створіть нову або підвищте ліміт пісочниці чи імітатора (--sandbox-rows)',
    },
    source: 'A',
  },
} as const satisfies Explanations;
