import type { Phrase } from './template.js';

/** Why a question to a bank came to nothing. */
export const bankPhrases: readonly Phrase[] = [
  ['no URL for {path} is registered', 'адресу для {path} не зареєстровано'],
  ['{path} answered HTTP {status}', '{path}: відповідь із кодом HTTP {status}'],
  [
    '{path} answered 200 with an unusable body: {problem}',
    '{path}: код 200, але тіло відповіді непридатне: {problem}',
  ],
  ['the bank answered HTTP {status}', 'банк відповів кодом HTTP {status}'],
  [
    'the bank answered 200 without address and transaction_xdr',
    'банк відповів кодом 200 без address і transaction_xdr',
  ],
  ['the bank answered 404 {n} times', 'банк відповів кодом 404 стільки разів: {n}'],
  ['the bank returned another transaction', 'банк повернув іншу транзакцію'],
  ['the bank returned no envelope: {problem}', 'банк не повернув конверта: {problem}'],
  ['no valid signature of {address}', 'немає дійсного підпису {address}'],
  ['1 surplus signature', '1 зайвий підпис'],
  ['{n} surplus signatures', 'зайвих підписів: {n}'],
  [
    'the mock was stopped or reset while it waited',
    'під час очікування імітатор зупинено або його стан скинуто',
  ],
  ['connection refused by {host}', 'з’єднання відхилено: {host}'],
  ['host {host} is not known', 'ім’я хоста {host} невідоме'],
  ['connection closed by {host}', 'з’єднання закрито: {host}'],
  [
    'connection closed by {host} before its answer was complete',
    'з’єднання закрито до кінця відповіді: {host}',
  ],
  ['no answer within {ms} ms', 'немає відповіді за {ms} мс'],
  ['answer is larger than {n} bytes', 'відповідь перевищує {n} байтів'],
  ['stopped before an answer came', 'зупинено до отримання відповіді'],
  [
    'the mock was stopped before the bank answered; it may have received the request',
    'імітатор зупинено до відповіді банку; банк міг отримати запит',
  ],
  [
    'this program was too busy to see an answer',
    'програма була перевантажена й не встигла побачити відповіді',
  ],
];
