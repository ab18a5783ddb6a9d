import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm keys` and `dcm token`. */
export const keysHelp = bilingual(
  {
    says: "make DCM's keys and a counterparty guid once, and print their public parts (plan step 2)",
    show: 'print the public parts of keys that are there',
  },
  {
    says: 'створити один раз ключі DCM і guid контрагента та вивести їхні публічні частини (крок 2 плану)',
    show: 'вивести публічні частини вже створених ключів',
  },
);

export const tokenHelp = bilingual(
  {
    says: 'make a token as DCM would, for curl',
    obj: 'the user: a login for /user_auth, an external id otherwise',
    sub: 'who acts, e.g. an employee’s e-mail',
    flow: 'sign-in, sign-up, sign-up-processing or sign-up-emission',
    ttl: 'lifetime',
    defect: 'make it with a defect, e.g. foreign-key, long-expired, alg-none',
    asKid: "sign with a throwaway key under this kid, e.g. the bank's own; the bank has to refuse it",
    alg: 'algorithm of that key; RS256 when left out',
    keys: "DCM's keys, from dcm keys",
  },
  {
    says: 'створити такий токен, як у DCM, для команди curl',
    obj: 'користувач: логін для /user_auth, в інших випадках зовнішній ідентифікатор',
    sub: 'хто діє, наприклад електронна адреса працівника',
    flow: 'sign-in, sign-up, sign-up-processing або sign-up-emission',
    ttl: 'строк дії',
    defect: 'створити токен із дефектом, наприклад foreign-key, long-expired, alg-none',
    asKid:
      'підписати одноразовим ключем під цим kid, наприклад під власним kid банку; банк має відхилити такий токен',
    alg: 'алгоритм цього ключа; якщо не вказано, RS256',
    keys: 'ключі DCM, створені командою dcm keys',
  },
);

/** Help of `dcm bank`. */
export const bankHelp = bilingual(
  {
    says: 'run the reference bank, whole or with one defect',
    port: 'port; 0 takes a free one',
    dcm: 'base URL of DCM',
    subject: 'who may act; repeat for several',
    defect: 'make one mistake, e.g. refuses-everything',
    actsToken: 'bearer token of the hook /dcm-acts; made when left out',
    officerToken: 'bearer token of /officer/secrets; made when left out',
    ownKey: 'its private JWK, for JWT by Bank; made when the file is not there',
    jwks: 'write the public part of its own key there',
    signingSeeds: 'its two key pairs for /sign; made when the file is not there',
    leeway: 'clock skew that its token check allows; 60 when left out',
    jwksCooldown: "how long it goes on with DCM's JWKS; 30 when left out",
    json: 'print one JSON line with its URLs and tokens',
  },
  {
    says: 'запустити еталонний банк, справний або з однією помилкою',
    port: 'порт; 0 означає будь-який вільний',
    dcm: 'базовий URL DCM',
    subject: 'хто має право діяти; для кількох суб’єктів повторіть',
    defect: 'з однією помилкою, наприклад refuses-everything',
    actsToken: 'токен (bearer) хука /dcm-acts; якщо не вказано, буде створено',
    officerToken: 'токен (bearer) для /officer/secrets; якщо не вказано, буде створено',
    ownKey: 'приватний JWK банку для схеми JWT by Bank; якщо файлу немає, буде створено',
    jwks: 'записати сюди публічну частину власного ключа банку',
    signingSeeds: 'дві пари ключів банку для /sign; якщо файлу немає, буде створено',
    leeway: 'яке відхилення годинника допускає перевірка токенів; якщо не вказано, 60',
    jwksCooldown: 'як довго банк користується отриманим JWKS DCM; якщо не вказано, 30',
    json: 'вивести один рядок JSON із URL і токенами банку',
  },
);
