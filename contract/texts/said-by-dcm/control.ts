import type { Phrase } from './template.js';

/** What the control API says of its own, and things that are not found. */
export const controlPhrases: readonly Phrase[] = [
  ['no bank has this alias', 'банку з таким псевдонімом немає'],
  ['{n} streams are already open', 'відкритих потоків уже стільки: {n}'],
  ['not sent: the option callbacks is never', 'не надіслано: параметр callbacks має значення never'],
  ['no report; {path} says more', 'звіту немає; докладніше: {path}'],
  ['unknown version; there are 3.1 and 3.0', 'невідома версія; є 3.1 і 3.0'],
  ['expected a JWKS in base64url', 'очікувано JWKS у base64url'],
  [
    'lost on the way, as ordered through the control API',
    'втрачено дорогою, як замовлено через API керування',
  ],
  ['fault ordered through the control API', 'збій, замовлений через API керування'],
  ['the mock failed; see its console', 'збій імітатора; подробиці в його виводі'],
  ['the mock is being stopped', 'імітатор зупиняється'],
  ['the mock is starting', 'імітатор запускається'],
  ['control API: not served to pages of another site', 'API керування: сторінкам інших сайтів не відповідає'],
  [
    'control API: pages of another port or host cannot change anything',
    'API керування: сторінки з іншого порту чи хоста не можуть нічого змінювати',
  ],
  ['control API: foreign Origin {origin}', 'API керування: чужий Origin {origin}'],
  ['control API: foreign Host {host}', 'API керування: чужий Host {host}'],
  [
    'control API: send Authorization: bearer with the control token',
    'API керування: надішліть Authorization: bearer із токеном керування',
  ],
  [
    'control API: this token only reads; what changes or reveals something needs that of an operator',
    'API керування: цей токен лише для перегляду; щоб змінити чи розкрити щось, потрібен токен оператора',
  ],
  [
    'control API: served on loopback only; start the mock with --control-token to use it from elsewhere',
    'API керування: доступний лише з цього комп’ютера; для інших запустіть імітатор із --control-token',
  ],
  [
    'the ledger clock can be at most 100 years ahead',
    'годинник реєстру може випереджати системний час щонайбільше на сто років',
  ],
  ['there are already {n} snapshots', 'знімків стану вже стільки: {n}'],
  [
    'the snapshots would take more than {n} MB; drop them first',
    'знімки стану зайняли б понад {n} МБ; спершу вилучіть їх',
  ],
  ['{n} faults are already waiting', 'збоїв, що очікують, уже стільки: {n}'],
  ['the callback has already been delivered', 'зворотний виклик уже доставлено'],
  [
    'guid: not a simulated bank; the bank itself must make the transfer',
    'guid: це не імітований банк; переказ має здійснити сам банк',
  ],
  [
    'url: requests of the control API are not sent again',
    'url: запити до API керування повторно не надсилають',
  ],
  [
    'a request to a bank is sent again as it was: leave out what is changed',
    'запит до банку повторюють без змін: приберіть зміни',
  ],
  [
    'the journal does not have {places} as sent: give the value',
    'у журналі немає надісланого значення {places}: задайте його',
  ],
  [
    'the journal does not have the whole body: it was too long or held a secret',
    'у журналі немає всього тіла запиту: воно було задовге або містило секрет',
  ],
  ['the journal does not know what the token was about', 'у журналі немає даних про те, для чого був токен'],
  [
    'the counterparty has no {what}: set it and try again',
    'у контрагента не задано {what}: задайте й повторіть',
  ],
  ['URL for /{method}', 'URL методу /{method}'],
  ['not sent: {cause}', 'не надіслано: {cause}'],
  ['body: not valid UTF-8', 'тіло: неправильний UTF-8'],
  ['not well-formed Unicode', 'неправильний Unicode'],
  ['longer than {n} characters', 'довше ніж {n} символів'],
  ['the control character {code}', 'керівний символ {code}'],
  ['a malformed percent-encoding', 'неправильне кодування з %'],
  ['path: {problem}, not percent-encoded', 'шлях: {problem} без кодування відсотками'],
  ['query: {problem}, not percent-encoded', 'параметри запиту: {problem} без кодування відсотками'],
  ['characters beyond ASCII', 'символи поза ASCII'],
  ['a space', 'пробіл'],
  ['a control character', 'керівний символ'],
  ['nested too deeply', 'завелика вкладеність'],
  ['the name of a member: {problem}', 'назва поля: {problem}'],
  ['unknown member {member}; did you mean {near}?', 'невідомий параметр {member}; можливо, {near}?'],
  ['unknown member {member}; expected {names}', 'невідомий параметр {member}; очікувано {names}'],
  ['unknown member {member}; expected none', 'невідомий параметр {member}; параметрів тут немає'],
  [
    'expected one whole number from {least} to {most}, in digits',
    'очікувано одне ціле число від {least} до {most}, цифрами',
  ],
  ['expected the value of next from an earlier portion', 'очікувано значення next із попередньої частини'],
  ['unexpected end', 'несподіваний кінець'],
  ['line {line}, column {column}', 'рядок {line}, позиція {column}'],
];

const things: readonly Phrase[] = [
  ['account', 'рахунок'],
  ['fault', 'збій'],
  ['sender account', 'рахунок відправника'],
  ['receiver account', 'рахунок отримувача'],
  ['account type', 'тип рахунку'],
  ['branch', 'філія'],
  ['callback', 'зворотний виклик'],
  ['category', 'категорія'],
  ['counterparty', 'контрагент'],
  ['customer', 'клієнт'],
  ['emission request', 'запит на ідентифікатори'],
  ['employee', 'працівник'],
  ['envelope of this transfer', 'конверт цього переказу'],
  ['identification entity', 'сутність ідентифікації'],
  ['identification', 'сутність ідентифікації'],
  ['processing', 'сутність процесингу'],
  ['infrastructure task', 'завдання розгорнути інфраструктуру'],
  ['JWK', 'ключ (JWK)'],
  ['journal entry {seq}', 'запис журналу {seq}'],
  ['key keeper {login}', 'хранитель ключа {login}'],
  ['mail', 'лист'],
  ['payment', 'переказ'],
  ['permission', 'право'],
  ['recon', 'звірка'],
  ['role', 'роль'],
  ['role {name}', 'роль {name}'],
  ['snapshot {name}', 'знімок стану {name}'],
  ['transaction', 'транзакція'],
  ['user', 'користувач'],
];

const limits: readonly Phrase[] = [
  [
    'maximum of one transfer {whose}, below {bound}, would be {sum}',
    'максимум одного переказу {whose}: менше за {bound}, а було б {sum}',
  ],
  [
    'minimum of one transfer {whose}, above {bound}, would be {sum}',
    'мінімум одного переказу {whose}: більше за {bound}, а було б {sum}',
  ],
  [
    'maximum of the {period} of the customer, below {bound}, would be {sum}',
    'максимум клієнта за {period}: менше за {bound}, а було б {sum}',
  ],
  [
    'maximum of the {period} of segment {segment}, below {bound}, would be {sum}',
    'максимум сегмента {segment} за {period}: менше за {bound}, а було б {sum}',
  ],
  ['of the customer', 'для клієнта'],
  ['of segment {segment}', 'для сегмента {segment}'],
  ['{n} days', 'стільки днів: {n}'],
  ['day', 'день'],
  ['week', 'тиждень'],
  ['month', 'місяць'],
  ['quarter', 'квартал'],
  ['year', 'рік'],
];

export const thingPhrases: readonly Phrase[] = [...things, ...limits];
