import type { Phrase } from './template.js';

/** What is wrong with a key (`invalid JWK: ...`). */
export const keyPhrases: readonly Phrase[] = [
  ['{name}: {problem}', '{name}: {problem}'],
  ['a private member; register the public key only', 'приватне поле; реєструйте лише публічний ключ'],
  [
    'expected an RSA private JWK of {bits} bits or more',
    'очікувано приватний JWK RSA щонайменше {bits} бітів',
  ],
  ['expected one of {values}', 'очікувано одне з {values}'],
  ['expected {value} for {algorithm}', 'очікувано {value} для {algorithm}'],
  ['expected verify among them', 'серед них має бути verify'],
  ['a public key does not sign', 'публічним ключем не підписують'],
  ['a list of texts', 'перелік текстів'],
  ['a text', 'текст'],
  ['an operation more than once', 'операція повторюється'],
  ['a public key that checks signatures has "verify"', 'публічний ключ для перевірки підписів має "verify"'],
  ['{value}, a key that signs has "sig"', '{value}, а ключ для підпису має "sig"'],
  ['a leading zero octet', 'зайвий нульовий октет на початку'],
  ['{n} octets, {m} expected for {curve}', 'октетів {n}, а для {curve} очікувано {m}'],
  ['at least {n} bits', 'щонайменше {n} бітів'],
  ['at most {n} bits', 'щонайбільше {n} бітів'],
  [
    'expected an odd number of 65537 or more, below 2^256 (FIPS 186-5); 65537 is usual',
    'очікувано непарне число від 65537, менше за 2^256 (FIPS 186-5); зазвичай 65537',
  ],
  [
    'anybody can factor it; it is no product of two large primes',
    'будь-хто може розкласти його на множники: це не добуток двох великих простих чисел',
  ],
  [
    'a point of small order, for which anybody can sign',
    'точка малого порядку, за яку може підписати будь-хто',
  ],
  ['x, y: no point of {curve}', 'x, y: немає такої точки на {curve}'],
  ['not a public key', 'це не публічний ключ'],
  ['white space or line breaks in base64url', 'пробіли або розриви рядків у base64url'],
  ['padding (=) in base64url', 'доповнення (=) у base64url'],
  ['plain base64 (+ or /) in place of base64url', 'звичайний base64 (+ або /) замість base64url'],
  ['characters that base64url does not have', 'символи, яких у base64url немає'],
  ['base64url of a length that is none', 'неможлива довжина base64url'],
  ['bits after the last octet of base64url', 'зайві біти після останнього октету base64url'],
];
