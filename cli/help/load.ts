import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm load`. */
export const loadHelp = bilingual(
  {
    says: "ask the bank's service so many times a second, and say whether it was in time",
    config: 'configuration file of the bank to measure (bank.yaml)',
    reference: 'measure the reference bank, in a process of its own; nothing to configure',
    rate: 'requests a second that the bank must stand, at most 2000 (default: 50; none with --ramp)',
    for: 'how long, at each rate, at most 1h (default: 60s; 10s with --ramp)',
    ramp: 'search for the highest rate within the limit between two rates, e.g. 10..200',
    limit: 'time within which 99 % must be answered (default: 1s, the documented second)',
    transfers: 'also make whole transfers, through the driver: every fourth request',
    transferLimit: 'the same limit for a whole transfer (default: 5s)',
    allowHost: 'host that may be put under load although it is not private; can be repeated',
    keys: "file with DCM's keys, created by dcm keys; generated if omitted",
    seed: 'seed of the test users, together with --keys',
    defect: 'defect of the reference bank, to see what the report says about it',
    lang: 'language of output and report, en or uk (default: DCM_LANG)',
    report: 'folder for load.html and load.json',
    mockUrl: 'URL of a mock that already runs, with the same keys',
    controlToken: 'token of the control API of that mock; requires --mock-url',
    controlTokenFile: 'file with this token; or set DCM_CONTROL_TOKEN',
    ends: `A request is sent when it is due, whether or not earlier ones are answered, and its time counts from that moment. It is
in time if it is answered correctly within the limit. Ctrl-C ends the measurement with what was measured so far.

Exit codes: 0 within the limit (a search found a rate; with --rate, at least that one); 1 limit broken;
 2 configuration or usage error; 3 it could not be measured, or was stopped early.`,
  },
  {
    says: 'звертатися до сервісу банку вказану кількість разів за секунду й показати, чи відповідає він вчасно',
    config: 'файл налаштувань банку, який вимірюється (bank.yaml)',
    reference: 'виміряти еталонний банк, в окремому процесі; налаштовувати нічого не потрібно',
    rate: 'запитів за секунду, які банк має витримати, не більше ніж 2000 (типово: 50; з --ramp не задано)',
    for: 'як довго за кожної частоти, не довше ніж годину (типово: 60 секунд; з --ramp 10 секунд)',
    ramp: 'знайти найвищу частоту в межах граничного часу між двома частотами, наприклад 10..200',
    limit: 'час, протягом якого мають отримати відповідь 99 % запитів (типово: секунда, як у документації)',
    transfers: 'виконувати також цілі перекази через драйвер: кожен четвертий запит',
    transferLimit: 'граничний час для цілого переказу (типово: 5 секунд)',
    allowHost: 'хост, який можна навантажувати, хоча він не приватний; можна вказати кілька разів',
    keys: 'файл із ключами DCM, створений командою dcm keys; якщо не вказано, ключі буде створено',
    seed: 'початкове значення для тестових користувачів, разом із --keys',
    defect: 'помилка еталонного банку, щоб побачити, що про неї скаже звіт',
    lang: 'мова виводу й звіту, en або uk (типово: за DCM_LANG)',
    report: 'тека для load.html і load.json',
    mockUrl: 'URL уже запущеного імітатора з тими самими ключами',
    controlToken: 'токен API керування цього імітатора; потребує --mock-url',
    controlTokenFile: 'файл із цим токеном; або задайте DCM_CONTROL_TOKEN',
    ends: `Запит надсилається вчасно незалежно від того, чи отримано відповіді на попередні, і його час відлічується від цього
моменту. Він вчасний, якщо отримав правильну відповідь у межах граничного часу. "Ctrl-C" завершує вимірювання з тим, що вже виміряно.

Коди завершення: 0 у межах граничного часу (пошук знайшов частоту; з --rate не нижчу за неї); 1 граничний час перевищено;
 2 помилка в конфігурації або команді; 3 виміряти не вдалося, або вимірювання зупинено достроково.`,
  },
);
