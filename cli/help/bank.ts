import { bilingual } from '../../contract/texts/language.js';

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
