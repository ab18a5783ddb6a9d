import type { StepNumber } from '../plan.js';
import type { Language } from './language.js';
import type { Said } from './said.js';

/** What only the shared stage can show about each step, however well it went here. */
const stage: Readonly<Record<StepNumber, Said>> = {
  1: {
    en: 'answers within a second over the real network, through your gateway',
    uk: 'відповідь за секунду в реальній мережі, через ваш шлюз',
  },
  2: {
    en: "the stage's key is another one than the mock's: configure it, or its JWKS",
    uk: 'ключ стенда інший, ніж в імітатора: налаштуйте його або його JWKS',
  },
  3: {
    en: 'your counterparty guid and the asset issuer of the stage',
    uk: 'ваш guid контрагента та емітент активу на стенді',
  },
  4: {
    en: 'a task exists; nothing of it is seen over HTTP',
    uk: 'завдання існує; перевірити його через HTTP неможливо',
  },
  5: {
    en: 'both hosts resolve and have certificates that your client trusts',
    uk: 'обидва хости мають імена в DNS і сертифікати, яким довіряє ваш клієнт',
  },
  6: {
    en: 'the deployed service, not the one under test here, is reached from DCM: addresses, firewall, TLS',
    uk: 'розгорнутий сервіс, а не перевірений тут, доступний із DCM: адреси, міжмережевий екран, TLS',
  },
  7: {
    en: "the key keepers' secrets are created anew in the installation of the stage",
    uk: 'секрети хранителів ключів створено заново в середовищі стенда',
  },
  8: { en: 'the data reached the DCM administrator', uk: 'дані отримав адміністратор DCM' },
  9: { en: 'the invitation mail arrives', uk: 'лист із запрошенням надходить' },
  10: {
    en: 'the Stellar addresses of both entities exist on the network of the stage',
    uk: 'адреси Stellar обох сутностей існують у мережі стенда',
  },
  11: {
    en: 'the password is set in the interface of the stage',
    uk: 'пароль встановлено в інтерфейсі стенда',
  },
  12: {
    en: 'the permissions of the employee allow it there',
    uk: 'права працівника дозволяють це на стенді',
  },
  13: {
    en: "how long DCM's people take, and the payment hashes on Stellar",
    uk: 'скільки часу потрібно працівникам DCM, і хеші переказів у Stellar',
  },
  14: {
    en: 'the secrets are created in the installation of the stage',
    uk: 'секрети створено в середовищі стенда',
  },
  15: {
    en: 'logins are unique among those of earlier tries',
    uk: 'логіни не збігаються з логінами попередніх спроб',
  },
  16: {
    en: 'real times of posting, callbacks from the network of DCM, a second bank, and the test scenario that DCM does not publish',
    uk: 'реальний час проведення, зворотні виклики з мережі DCM, другий банк і тестовий сценарій, якого DCM не публікує',
  },
};

export const onlyOnStage = (step: number, language: Language): string =>
  (stage as Readonly<Record<number, Said>>)[step]?.[language] ?? '';
