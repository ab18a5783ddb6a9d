import type { Counterparty } from '../../contract/control/counterparties.js';
import type { Language } from '../../contract/texts/language.js';

/** What a person asks DCM for, while a run on a stage waits. */

export type OfficerAct = 'create-entities' | 'confirm-request' | 'cancel-request';

type About = Readonly<Record<string, string>>;

interface Texts {
  readonly onboard: (counterparty: Counterparty) => string;
  readonly what: (act: OfficerAct, about: About) => string;
  readonly asks: (act: OfficerAct, about: About, timeoutS: number) => string;
  readonly seen: (act: OfficerAct) => string;
}

const listed = ({
  guid,
  alias,
  user_auth_url,
  user_key_url,
  user_id_url,
  sign_url,
  callback_url,
}: Counterparty) =>
  Object.entries({ guid, alias, user_auth_url, user_key_url, user_id_url, sign_url, callback_url })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name}: ${value}`)
    .join('\n');

const en: Texts = {
  onboard: (counterparty) =>
    `Steps 3 to 5 and 9 are DCM's. The run goes on as if it had done them with this data; if DCM's requests pass through the run, DCM has the URLs of your gateway instead:\n${listed(counterparty)}`,
  what: (act, { request = '' }) =>
    ({
      'create-entities': 'step 10, the identification and processing entities',
      'confirm-request': `step 13, the confirmation of the request for identifiers ${request}`,
      'cancel-request': `the cancellation of the request for identifiers ${request}`,
    })[act],
  asks: (act, about, timeoutS) =>
    `Ask DCM for ${en.what(act, about)}. The run goes on as soon as it can be seen, within ${timeoutS} s.`,
  seen: (act) => `Seen: ${en.what(act, {})}`.trimEnd(),
};

const uk: Texts = {
  onboard: (counterparty) =>
    `Кроки 3–5 і 9 виконує DCM. Прогін триває так, ніби їх уже виконано з цими даними; якщо запити DCM проходять через прогін, DCM має натомість URL вашого шлюзу:\n${listed(counterparty)}`,
  what: (act, { request = '' }) =>
    ({
      'create-entities': 'крок 10, сутності ідентифікації та процесингу',
      'confirm-request': `крок 13, підтвердження запиту на ідентифікатори ${request}`,
      'cancel-request': `скасування запиту на ідентифікатори ${request}`,
    })[act],
  asks: (act, about, timeoutS) =>
    `Попросіть DCM виконати: ${uk.what(act, about)}. Прогін продовжиться, щойно це стане видно, щонайпізніше через ${timeoutS} с.`,
  seen: (act) => `Видно: ${uk.what(act, {})}`.trimEnd(),
};

export const officerTexts: Readonly<Record<Language, Texts>> = { en, uk };
