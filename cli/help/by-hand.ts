import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm keys` and `dcm token`. */
export const keysHelp = bilingual(
  {
    says: "create DCM's keys and a counterparty guid once, and print the public parts (plan step 2)",
    show: 'print the public parts of existing keys',
  },
  {
    says: 'створити один раз ключі DCM і guid контрагента та вивести публічні дані (крок 2 плану)',
    show: 'вивести публічні дані наявних ключів',
  },
);

export const tokenHelp = bilingual(
  {
    says: 'create a token as DCM would, for use with curl',
    obj: 'the user: a login for /user_auth, otherwise an external id',
    sub: 'who acts, e.g. the e-mail address of an employee',
    flow: 'sign-in, sign-up, sign-up-processing or sign-up-emission',
    ttl: 'lifetime in seconds',
    defect: 'create it with this defect, e.g. foreign-key, long-expired, alg-none',
    asKid:
      "sign with a throwaway key under this kid, e.g. that of the bank's own key; the bank must refuse the token",
    alg: 'algorithm of that key (default: RS256)',
    keys: "file with DCM's keys, created by dcm keys",
  },
  {
    says: 'створити токен, як це робить DCM, для команди curl',
    obj: 'користувач: логін для /user_auth, в інших випадках зовнішній ідентифікатор',
    sub: 'хто діє, наприклад електронна адреса працівника',
    flow: 'sign-in, sign-up, sign-up-processing або sign-up-emission',
    ttl: 'строк дії в секундах',
    defect: 'створити токен із цим дефектом, наприклад foreign-key, long-expired, alg-none',
    asKid:
      'підписати одноразовим ключем із цим kid, наприклад із kid ключа банку; банк має відхилити такий токен',
    alg: 'алгоритм цього ключа (типово: RS256)',
    keys: 'файл із ключами DCM, створений командою dcm keys',
  },
);

/** Help of `dcm bank`. */
export const bankHelp = bilingual(
  {
    says: 'run the reference bank, optionally with one defect',
    port: 'port; 0 picks a free one',
    dcm: 'base URL of DCM',
    subject: 'who may act; repeat the option for several subjects',
    defect: 'defect of the bank, e.g. refuses-everything',
    actsToken: 'bearer token of the hook /dcm-acts; generated if omitted',
    officerToken: 'bearer token of /officer/secrets; generated if omitted',
    ownKey: "the bank's private JWK for JWT by Bank; created if the file does not exist",
    jwks: "write the public part of the bank's own key to this file",
    signingSeeds: "the bank's two key pairs for /sign; created if the file does not exist",
    leeway: 'clock skew in seconds that the token check allows (default: 60)',
    jwksCooldown: 'how many seconds the bank may use a cached JWKS of DCM (default: 30)',
    json: "print the bank's URLs and tokens as one line of JSON",
  },
  {
    says: 'запустити еталонний банк, за потреби з однією помилкою',
    port: 'порт; 0 означає будь-який вільний',
    dcm: 'базовий URL DCM',
    subject: 'хто має право діяти; для кількох суб’єктів повторіть параметр',
    defect: 'помилка банку, наприклад refuses-everything',
    actsToken: 'токен (bearer) хука /dcm-acts; якщо не вказано, буде створено',
    officerToken: 'токен (bearer) для /officer/secrets; якщо не вказано, буде створено',
    ownKey: 'приватний JWK банку для схеми JWT by Bank; якщо файлу немає, буде створено',
    jwks: 'записати сюди публічну частину власного ключа банку',
    signingSeeds: 'дві пари ключів банку для /sign; якщо файлу немає, буде створено',
    leeway: 'допустиме відхилення годинника під час перевірки токенів, у секундах (типово: 60)',
    jwksCooldown: 'скільки секунд банк може користуватися збереженим JWKS DCM (типово: 30)',
    json: 'вивести URL і токени банку одним рядком JSON',
  },
);
