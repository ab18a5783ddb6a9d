import { type ErrorCode, errorCatalogue } from '../../errors.js';
import type { Phrase } from './template.js';

/** Every refusal of the catalogue in Ukrainian, with the places of its message; one without it does not compile. */
const ukrainian: Readonly<Record<ErrorCode, string>> = {
  credential: 'облікові дані недійсні',
  session: 'облікові дані недійсні',
  declined: 'облікові дані недійсні',
  'declined-400': 'банк відхилив операцію',
  'declined-403': 'прав недостатньо для доступу до цього ресурсу',
  permission: 'прав недостатньо для доступу до цього ресурсу',
  'bank-failed': 'авторизація в банку не вдалася: {cause}',
  'unknown-path': 'невідомий шлях {path}; найближча операція: {nearest}',
  'wrong-method': 'метод {method} тут не дозволено; дозволено: {allowed}',
  'too-large': 'тіло запиту перевищує {limit} байтів',
  'content-type': 'тип вмісту {given} не підтримується; використовуйте {expected}',
  illegible: '{problem}',
  'invalid-json': 'неправильний JSON: {problem}',
  'invalid-member': '{member}: {problem}',
  'invalid-amount': 'неправильна сума',
  'uuid-length': 'неправильна довжина UUID: {length}',
  'uuid-format': 'неправильний формат UUID',
  'not-found': 'не знайдено: {thing}',
  'asset-not-found': 'актив не знайдено',
  'entity-kind': 'сутність не створено: неправильний вид',
  'employee-exists': 'працівник із такою електронною поштою вже існує',
  'customer-exists': 'клієнт із таким логіном уже існує',
  'counterparty-exists': '{member}: контрагент {given} уже існує',
  'entity-exists': '{purpose} уже існує',
  'no-key-keeper': 'немає хранителя ключа ({purpose}); укажіть key_keepers серед даних для підключення',
  'request-open': 'інший запит ще не завершено',
  'request-finished': 'запит уже завершено: {status}',
  'reserve-insufficient': 'залишок резервного рахунку недостатній',
  'insufficient-balance': 'недостатній залишок',
  'payment-confirmed': 'переказ уже підтверджено',
  'payment-in-progress': 'переказ наразі підтверджується',
  'bank-guid-missing': 'отримувач належить іншому контрагентові: потрібен bank_guid',
  'bank-guid-wrong': 'bank_guid не є guid контрагента отримувача',
  'same-entity': 'відправник і отримувач є тією самою цифровою сутністю',
  'iban-mismatch': '{member} належить до іншого рахунку',
  'route-refused': 'перекази за маршрутом {from} – {to} не дозволено',
  'seed-decryption': 'не вдалося розшифрувати seed: банк повернув не той секрет',
  'jwk-invalid': 'неправильний JWK: {problem}',
  'jwk-exists': 'JWK із kid {kid} уже існує',
  'multisignature-stopped': 'мультипідпис зупинено: {cause}',
  'external-id-changed': 'користувача не знайдено: його зовнішній ідентифікатор змінився',
  'guid-taken': 'guid {guid} уже зайнятий',
  'role-exists': 'роль {name} уже існує',
  'administrator-fixed': 'роль Administrator має всі права, її не можна змінити чи видалити',
  'limit-exceeded': 'ліміт перевищено: {what}',
  'recon-order': 'status: очікувано confirmed',
  'recon-status': 'звірка вже має статус {status}',
  'not-kept': 'стан неможливо зберегти: {problem}',
  'database-away': 'база даних зі станом недоступна: {problem}',
  'world-elsewhere': 'цей стан тепер обслуговує інший процес',
  'process-ended': 'процес, що обслуговував цей запит, завершився',
  'sandbox-full': 'ця пісочниця вже має {most} записів: скиньте її або скопіюйте з вищим лімітом',
  'sandbox-damaged':
    'пісочницю {name} не вдалося відкрити: те, що про неї збережено, пошкоджено або воно від іншої версії',
  'state-replaced': 'тим часом стан скинуто або відновлено: операція нічого не змінила',
  'strict-finding': '{rule}: {problem}',
  'control-conflict': '{problem}',
};

/** Places that the catalogue names otherwise than the reader. */
const places: Readonly<Record<string, string>> = { position: 'problem', text: 'problem', kind: 'purpose' };

/** Documented messages stay as they are on the wire; this is what stands beside them. */
export const refusalPhrases: readonly Phrase[] = (
  Object.entries(ukrainian) as readonly (readonly [ErrorCode, string])[]
).map(([code, uk]) => [
  errorCatalogue[code].message.replaceAll(/\{(\w+)\}/g, (_, name: string) => `{${places[name] ?? name}}`),
  uk,
]);
