import { passwordPhrases } from '../../contract/texts/said-by-dcm/logins.js';
import { memberPhrases } from '../../contract/texts/said-by-dcm/members.js';
import { createReader, type Phrase } from '../../contract/texts/said-by-dcm/template.js';

/** Problems of bank.yaml and the files that it names, as its schema and their readers word them. */
const phrases: readonly Phrase[] = [
  ['{member}: {problem}', '{member}: {problem}'],
  ['cannot be read: {reason}', 'файл не читається: {reason}'],
  ['{name} cannot be read: {reason}', '{name} не читається: {reason}'],
  ['the file is empty', 'файл порожній'],
  ['not YAML: {reason}', 'це не YAML: {reason}'],
  ['{name}: not set in the environment', '{name}: змінну середовища не задано'],
  [
    'set it in the shell that starts dcm, for example from a file .env beside bank.yaml: set -a; . ./.env; set +a',
    'задайте її в оболонці, яка запускає dcm, наприклад із файлу .env поруч із bank.yaml: set -a; . ./.env; set +a',
  ],
  [
    'write one with dcm init, or start from the example in docs/verify-your-bank.md: copy it next to your keys and fill in your addresses; that page explains each member. Without a bank of your own: dcm verify --reference',
    'створіть його командою dcm init або почніть із прикладу в docs/verify-your-bank.md: скопіюйте його в теку з ключами й укажіть свої адреси; кожне поле пояснено на тій сторінці. Якщо власного банку немає: dcm verify --reference',
  ],
  [
    'expected {type}, but there is none; for example: {example}',
    'очікувано {type}, але поля немає; наприклад: {example}',
  ],
  [
    'dcm init writes a whole file to start from; docs/verify-your-bank.md explains each member',
    'повний файл для початку створює dcm init; кожне поле пояснено в docs/verify-your-bank.md',
  ],
  [
    'expected a password with {list}: DCM refuses any other',
    'очікувано пароль, що містить: {list}; інший DCM відхиляє',
  ],
  ['unknown member', 'невідоме поле'],
  ['unknown member; did you mean {name}?', 'невідоме поле; можливо, {name}?'],
  ['unknown member; allowed: {names}', 'невідоме поле; дозволено: {names}'],
  ['{name} contains no key', '{name} не містить жодного ключа'],
  ['{name} is not a JWKS: a key has no kty', '{name} не є JWKS: ключ не має kty'],
  ['{name} contains a key without a kid', '{name} містить ключ без kid'],
  [
    '{name} contains the private key {kid}; provide only its public part',
    '{name} містить приватний ключ {kid}; надайте лише його публічну частину',
  ],
  ['{name} has no kid', '{name} не має kid'],
  [
    '{name} has no alg, and its kty {kty} has no default one',
    '{name} не має alg, а для його kty {kty} немає типового',
  ],
  ['{name} is not a private JWK', '{name} не є приватним JWK'],
  ['{name} is not a JSON object', '{name} не є об’єктом JSON'],
  [
    'expected no user and password in the URL; send them in bank.headers',
    'URL не має містити імені користувача й пароля; надсилайте їх у bank.headers',
  ],
  [
    'expected percent signs in user and password to be written as %25',
    'в імені користувача й паролі знак відсотка слід писати як %25',
  ],
  [
    'required unless user_auth_url, user_key_url and user_id_url are all set',
    'обов’язкове, якщо не вказано всіх трьох: user_auth_url, user_key_url і user_id_url',
  ],
  [
    'expected one key keeper for identification and one for processing',
    'очікувано одного хранителя ключа для ідентифікації й одного для процесингу',
  ],
  ['expected two different external ids', 'очікувано два різні зовнішні ідентифікатори'],
  ['expected a subject other than subjects.admin', 'очікувано іншого суб’єкта, ніж subjects.admin'],
  ['required with the scheme bank', 'обов’язкове за схемою bank'],
  [
    'required with the scheme bank: the driver {kind} calls DCM on behalf of the bank',
    'обов’язкове за схемою bank: з драйвером {kind} інструмент звертається до DCM замість банку',
  ],
  ['required with plan.multisignature', 'обов’язкове разом із plan.multisignature'],
  [
    'expected service: the driver {kind} calls DCM on behalf of the bank, so only what DCM calls is tested',
    'очікувано service: з драйвером {kind} інструмент звертається до DCM замість банку, тож перевіряється лише те, що викликає DCM',
  ],
  ['expected both cert and key', 'cert і key вказують разом'],
  [
    'expected a list: the driver {kind} cannot create secrets, so the bank must already hold those of its customers',
    'очікувано перелік: драйвер {kind} не створює секретів, тож банк має заздалегідь зберігати секрети своїх клієнтів',
  ],
  ['{rule} is not a rule about banks', '{rule} не є правилом для банків'],
  ['{rule} is already waived', 'виняток для {rule} вже вказано'],
  [
    'expected direct: the driver {kind} calls DCM on behalf of the bank, so the bank itself has no request in progress',
    'очікувано direct: з драйвером {kind} інструмент звертається до DCM замість банку, тож сам банк не має запитів у роботі',
  ],
  [
    '0 means a different port at each start; the bank needs a fixed one',
    '0 означає під час кожного запуску інший порт, а банку потрібен постійний',
  ],
  ...memberPhrases,
  ...passwordPhrases,
];

/** A problem of bank.yaml in Ukrainian; unchanged if the wording is not ours. */
const read = createReader(phrases);
export const configProblem = (problem: string): string => read(problem) ?? problem;
