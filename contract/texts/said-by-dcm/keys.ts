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
  ['must include verify', 'серед них має бути verify'],
  ['a public key does not sign', 'публічним ключем не підписують'],
  ['expected a list of strings', 'очікувано перелік рядків'],
  ['expected a string', 'очікувано рядок'],
  ['the same operation more than once', 'операція повторюється'],
  [
    'expected "verify", since the public key checks signatures',
    'публічний ключ для перевірки підписів має "verify"',
  ],
  ['{value}, expected "sig" for a signing key', '{value}, а для ключа підпису очікувано "sig"'],
  ['a leading zero octet', 'зайвий нульовий октет на початку'],
  ['{n} octets, {m} expected for {curve}', 'октетів {n}, а для {curve} очікувано {m}'],
  ['at least {n} bits', 'щонайменше {n} бітів'],
  ['at most {n} bits', 'щонайбільше {n} бітів'],
  [
    'expected an odd number of 65537 or more, below 2^256 (FIPS 186-5); 65537 is usual',
    'очікувано непарне число від 65537, менше за 2^256 (FIPS 186-5); зазвичай 65537',
  ],
  [
    'anyone can factor it: it is not a product of two large primes',
    'будь-хто може розкласти його на множники: це не добуток двох великих простих чисел',
  ],
  ['a point of small order: anyone can sign for it', 'точка малого порядку, за яку може підписати будь-хто'],
  ['x, y: not a point on {curve}', 'x, y: немає такої точки на {curve}'],
  ['not a public key', 'це не публічний ключ'],
  ['whitespace or line breaks in base64url', 'пробіли або розриви рядків у base64url'],
  ['padding (=) in base64url', 'доповнення (=) у base64url'],
  ['plain base64 (+ or /) instead of base64url', 'звичайний base64 (+ або /) замість base64url'],
  ['characters that base64url does not have', 'символи, яких у base64url немає'],
  ['an impossible length for base64url', 'неможлива довжина base64url'],
  ['bits after the last octet of base64url', 'зайві біти після останнього октету base64url'],
];
