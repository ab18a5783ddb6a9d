import type { StepNumber } from '../plan.js';
import type { Language } from './language.js';
import type { Said } from './said.js';

/** What only the shared stage can show about each step, whatever the result here. */
const stage: Readonly<Record<StepNumber, Said>> = {
  1: {
    en: 'responses within 1 second over the real network, through your gateway',
    uk: 'відповіді протягом 1 секунди в реальній мережі, через ваш шлюз',
  },
  2: {
    en: 'the stage has a different key from the mock: configure that key or its JWKS',
    uk: 'ключ стенда інший, ніж в імітатора: налаштуйте ключ стенда або його JWKS',
  },
  3: {
    en: 'your counterparty guid and the asset issuer of the stage',
    uk: 'ваш guid контрагента та емітент активу на стенді',
  },
  4: {
    en: 'the task exists; this cannot be checked over HTTP',
    uk: 'завдання створено; перевірити це через HTTP неможливо',
  },
  5: {
    en: 'both hosts resolve and have certificates that your client trusts',
    uk: 'імена обох хостів є в DNS, а їхнім сертифікатам довіряє ваш клієнт',
  },
  6: {
    en: 'DCM can reach the deployed service, not just the one tested here: addresses, firewall, TLS',
    uk: 'DCM має доступ до розгорнутого сервісу, а не лише до перевіреного тут: адреси, міжмережевий екран, TLS',
  },
  7: {
    en: "the key keepers' secrets are created again in the stage installation",
    uk: 'секрети хранителів ключів створено заново в середовищі стенда',
  },
  8: { en: 'the data reached the DCM administrator', uk: 'дані отримав адміністратор DCM' },
  9: { en: 'the invitation e-mail arrives', uk: 'лист із запрошенням надходить' },
  10: {
    en: 'the Stellar addresses of both entities exist on the network of the stage',
    uk: 'адреси Stellar обох сутностей існують у мережі стенда',
  },
  11: {
    en: 'the password is set in the user interface of the stage',
    uk: 'пароль встановлено в інтерфейсі стенда',
  },
  12: {
    en: "the employee's permissions on the stage allow it",
    uk: 'права працівника дозволяють це на стенді',
  },
  13: {
    en: 'how long the DCM staff take, and the hashes of the payments on Stellar',
    uk: 'скільки часу потрібно працівникам DCM, і хеші переказів у Stellar',
  },
  14: {
    en: 'the secrets are created in the stage installation',
    uk: 'секрети створено в середовищі стенда',
  },
  15: {
    en: 'logins differ from those of earlier attempts',
    uk: 'логіни не збігаються з логінами попередніх спроб',
  },
  16: {
    en: "real posting times, callbacks from DCM's network, a second bank, and the test scenario that DCM does not publish",
    uk: 'реальний час проведення, зворотні виклики з мережі DCM, другий банк і тестовий сценарій, якого DCM не публікує',
  },
};

export const onlyOnStage = (step: number, language: Language): string =>
  (stage as Readonly<Record<number, Said>>)[step]?.[language] ?? '';
