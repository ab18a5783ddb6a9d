import { type Profile, profileOptions } from '../profile.js';
import type { Language } from './language.js';

/** What each option decides, in Ukrainian; an option without it does not compile. */
const ukrainian: Readonly<Record<keyof Profile, string>> = {
  strict: 'Запити зі спостереженням рівня SHOULD відхиляються, а не обслуговуються.',
  asset_code: 'Код ідентифікатора: UAH у плані та глосарії, eUAH у підписаному прикладі.',
  network_passphrase: 'Фраза мережі Stellar, що входить до хешу транзакції; її не опубліковано.',
  reverse_check:
    'documented: DCM звертається до банку лише в операціях із таблиці; all: будь-який інший запис також звертається до /external_id.',
  declined_status: 'Код для клієнта, коли його банк відмовляє; на сторінках коду немає.',
  callback_token:
    'За схемою JWT by Bank, чий токен банк отримує в X-Session-ID: dcm, створений і підписаний DCM; bank, власний токен банку, переданий далі.',
  bank_jwt_algs: 'Алгоритми, які приймаються в токенах банку; у прикладах є лише RS256.',
  leeway_s: 'На скільки секунд може відхилятися час токена банку; не опубліковано.',
  dcm_token_ttl_s: 'Скільки секунд чинні токени DCM; не опубліковано.',
  session_ttl_s: 'Скільки секунд триває сесія входу; не опубліковано.',
  accounts_list:
    'listAccounts показано масивом навколо одного об’єкта; подібні переліки повертають сам об’єкт.',
  reserve: 'lenient: без заявленого reserve_balance умову резерву пропущено; strict: тоді її не виконано.',
  iban_routing:
    'accept: IBAN може замінити sender_id чи receiver_id; задокументована помилка свідчить за refuse.',
  transfer_rules: 'Маршрути лише рекомендовано; матриць, які могли б їх вимагати, не опубліковано.',
  payment_guid: 'Версія UUID переказів: v4 у прикладах API, v1 у підписаному прикладі.',
  fee: 'Комісія в гривнях, яку показує новий переказ; формули й платника не опубліковано, тож нічого не стягується.',
  posting:
    'sync: confirmPayment відповідає після проведення переказу; async: спершу відповідає, а CONFIRMED настає пізніше.',
  limit_paths:
    'schema: /amount містить максимуми за періоди, а /payment межі одного переказу; heading: навпаки, як у заголовках.',
  callback_retry_s:
    'Через скільки секунд повторюється відхилений зворотний виклик; про повтори в прочитаній частині сторінки нічого немає.',
  callback_timeout_ms: 'За скільки мілісекунд банк має відповісти на зворотний виклик.',
  sign_retry_s:
    'Через скільки секунд /sign викликають знову після 404; про час між повторами в прочитаній частині сторінки нічого немає.',
  sign_timeout_ms:
    'За скільки мілісекунд банк має відповісти на /sign; у прочитаній частині сторінки цього немає.',
  multisig_keys:
    'one-per-kind: перший ключ банку підписує для сутностей клієнтів, другий для власних; both: обидва підписують кожен переказ.',
};

export const optionSays = (name: keyof Profile, language: Language): string =>
  language === 'uk' ? ukrainian[name] : profileOptions[name].says;
