import { memberPhrases } from '../../contract/texts/said-by-dcm/members.js';
import { createReader, type Phrase } from '../../contract/texts/said-by-dcm/template.js';

/** What is wrong with bank.yaml and the files that it names, as its schema and their readers word it. */
const phrases: readonly Phrase[] = [
  ['{member}: {problem}', '{member}: {problem}'],
  ['cannot be read: {reason}', 'файл не читається: {reason}'],
  ['{name} cannot be read: {reason}', '{name} не читається: {reason}'],
  ['it is empty', 'файл порожній'],
  ['not YAML: {reason}', 'це не YAML: {reason}'],
  ['{name}: not set in the environment', '{name}: змінну середовища не задано'],
  [
    'begin with the example of docs/verify-your-bank.md: copy it beside your keys and put in your addresses; that page explains each member. Without a bank of your own: dcm verify --reference',
    'почніть із прикладу в docs/verify-your-bank.md: скопіюйте його поруч із ключами й укажіть свої адреси; кожне поле пояснено на тій сторінці. Якщо свого банку немає: dcm verify --reference',
  ],
  ['unknown member', 'невідоме поле'],
  ['unknown member; did you mean {name}?', 'невідоме поле; можливо, {name}?'],
  ['unknown member; allowed: {names}', 'невідоме поле; дозволено: {names}'],
  ['{name} holds no key', '{name} не містить жодного ключа'],
  ['{name} is no JWKS: a key has no kty', '{name} не є JWKS: ключ не має kty'],
  ['{name} has a key without kid', '{name} містить ключ без kid'],
  [
    '{name} holds the private key {kid}; give its public part',
    '{name} містить приватний ключ {kid}; надайте його публічну частину',
  ],
  ['{name} has no kid', '{name} не має kid'],
  [
    '{name} has no alg, and its kty {kty} has no usual one',
    '{name} не має alg, а для його kty {kty} немає типового',
  ],
  ['{name} is no private JWK', '{name} не є приватним JWK'],
  ['{name} is no JSON object', '{name} не є об’єктом JSON'],
  [
    'expected no user and password in the URL; send them in bank.headers',
    'URL не має містити імені користувача й пароля; надсилайте їх у bank.headers',
  ],
  [
    'expected user and password with percent signs written as %25',
    'в імені користувача й паролі знак відсотка слід писати як %25',
  ],
  [
    'required, or all of user_auth_url, user_key_url and user_id_url',
    'обов’язкове, якщо не вказано user_auth_url, user_key_url і user_id_url',
  ],
  [
    'expected one for identification and one for processing',
    'очікувано одного для ідентифікації й одного для процесингу',
  ],
  ['expected two different external ids', 'очікувано два різні зовнішні ідентифікатори'],
  ['expected a different subject than subjects.admin', 'очікувано інший суб’єкт, ніж subjects.admin'],
  ['required with the scheme bank', 'обов’язкове за схемою bank'],
  ['required for the builtin driver with the scheme bank', 'обов’язкове для драйвера builtin за схемою bank'],
  ['required with plan.multisignature', 'обов’язкове разом із plan.multisignature'],
  [
    'expected service: the builtin driver can verify only what DCM calls',
    'очікувано service: з драйвером builtin перевіряється лише те, що викликає DCM',
  ],
  ['expected both cert and key', 'cert і key вказують разом'],
  [
    'expected a list with the builtin driver: the bank must already hold the secrets of these customers',
    'з драйвером builtin очікувано перелік: банк має заздалегідь зберігати секрети цих клієнтів',
  ],
  ['{rule} is not a rule about a bank', '{rule} не є правилом про банк'],
  ['{rule} is already waived', 'виняток для {rule} вже вказано'],
  [
    'expected direct: with the builtin driver the bank itself sends no requests',
    'очікувано direct: з драйвером builtin сам банк не має запиту, що виконується',
  ],
  [
    '0 is another one at each start; a bank can be configured with a fixed one only',
    '0 означає щоразу інший порт, а в банку можна вказати лише сталий',
  ],
  ...memberPhrases,
];

/** A problem of bank.yaml in Ukrainian; itself where it is worded by somebody else. */
const read = createReader(phrases);
export const configProblem = (problem: string): string => read(problem) ?? problem;
