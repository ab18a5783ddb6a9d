import type { Explanations } from './explanation.js';

/** JWT by Bank: what is wrong with the bank's own token in CX-Authorization. */
export const ownTokenCauses = {
  'bank-token-needed': {
    code: 'credential',
    says: {
      en: 'this operation checks the token in CX-Authorization, and there is none',
      uk: 'ця операція перевіряє токен у CX-Authorization, а його немає',
    },
    where: 'header CX-Authorization',
    right: {
      en: 'send a JWT that is signed by a registered key of the bank; a session does not do here',
      uk: 'надішліть JWT, підписаний зареєстрованим ключем банку; сесія тут не підходить',
    },
    source: 'D JWTA',
  },
  'bank-token-is-session': {
    code: 'credential',
    says: {
      en: 'CX-Authorization holds a session token, and a JWT of the bank belongs there',
      uk: 'у CX-Authorization — токен сесії, а там має бути JWT банку',
    },
    where: 'header CX-Authorization',
    right: {
      en: 'send the session token as Authorization: bearer <session_token>',
      uk: 'надішліть токен сесії як Authorization: bearer <session_token>',
    },
    source: 'D JWTA',
  },
  'bank-token-with-bearer': {
    code: 'credential',
    says: {
      en: 'CX-Authorization begins with the word bearer',
      uk: 'CX-Authorization починається словом bearer',
    },
    where: 'header CX-Authorization',
    right: { en: 'send the JWT alone', uk: 'надішліть лише JWT' },
    source: 'D JWTA',
  },
  'bank-token-no-jwt': {
    code: 'credential',
    says: {
      en: 'CX-Authorization is not a JWT with a kid in its header',
      uk: 'CX-Authorization не є JWT із kid у заголовку',
    },
    where: 'header CX-Authorization',
    right: {
      en: 'send header.claims.signature in base64url, with the kid of a registered key in the header',
      uk: 'надішліть header.claims.signature у base64url, а в header — kid зареєстрованого ключа',
    },
    source: 'D JWTF',
  },
  'bank-token-kid': {
    code: 'credential',
    says: {
      en: 'no JWK is registered with the kid of the token: {kid}',
      uk: 'JWK із kid цього токена не зареєстровано: {kid}',
    },
    where: 'claim kid',
    right: {
      en: 'register the public key (registerJwk), or sign with one that listJwks shows',
      uk: 'зареєструйте публічний ключ (registerJwk) або підпишіть тим, який показує listJwks',
    },
    source: 'D JWTA',
  },
  'bank-token-form': {
    code: 'credential',
    says: { en: 'the JWT is malformed: {problem}', uk: 'JWT має неправильну форму: {problem}' },
    where: 'header CX-Authorization',
    right: {
      en: 'let a library for JOSE make the compact form (RFC 7515)',
      uk: 'створюйте компактну форму (RFC 7515) бібліотекою для JOSE',
    },
    source: 'RFC 7515',
  },
  'bank-token-alg': {
    code: 'credential',
    says: {
      en: 'the key of this kid signs with {alg}, which is not accepted',
      uk: 'ключ із цим kid підписує алгоритмом {alg}, який не приймається',
    },
    where: 'claim alg',
    right: {
      en: 'sign with one of {accepted} (option bank_jwt_algs)',
      uk: 'підписуйте одним з алгоритмів: {accepted} (параметр bank_jwt_algs)',
    },
    source: 'A',
  },
  'bank-token-signature': {
    code: 'credential',
    says: {
      en: 'the signature does not fit the registered key: {problem}',
      uk: 'підпис не відповідає зареєстрованому ключу: {problem}',
    },
    where: 'header CX-Authorization',
    right: {
      en: 'sign with the private key of the JWK with this kid and its alg; after a rotation, register the new one',
      uk: 'підписуйте приватним ключем JWK із цим kid і його alg; після ротації зареєструйте новий',
    },
    source: 'D JWTA',
  },
  'bank-token-expired': {
    code: 'credential',
    says: {
      en: 'the token expired: exp is {exp}, and now it is {now}',
      uk: 'строк дії токена минув: exp — {exp}, а зараз {now}',
    },
    where: 'claim exp',
    right: {
      en: 'make a token for each request, with exp some minutes ahead, in seconds since 1970',
      uk: 'створюйте токен для кожного запиту, exp — на кілька хвилин уперед, у секундах від 1970 року',
    },
    source: 'D JWTF',
  },
  'bank-token-future': {
    code: 'credential',
    says: {
      en: 'the token is from the future: iat is {iat}, and now it is {now}',
      uk: 'токен із майбутнього: iat — {iat}, а зараз {now}',
    },
    where: 'claim iat',
    right: {
      en: 'set the clock of the machine that signs, and iat in seconds since 1970',
      uk: 'налаштуйте годинник сервера, що підписує; iat — у секундах від 1970 року',
    },
    source: 'D JWTF',
  },
  'bank-token-claim': {
    code: 'credential',
    says: {
      en: 'the claim {claim} is wrong: {problem}',
      uk: 'поле токена {claim} неправильне: {problem}',
    },
    where: 'claim {claim}',
    right: {
      en: 'send flow, obj and sub as texts, iat and exp as whole seconds',
      uk: 'надсилайте flow, obj і sub як текст, iat і exp — як цілі секунди',
    },
    source: 'D JWTF',
  },
  'bank-token-scheme-off': {
    code: 'credential',
    says: {
      en: 'the token is valid, but the scheme JWT by Bank is not enabled for this counterparty',
      uk: 'токен чинний, але для цього контрагента не ввімкнено схему JWT by Bank',
    },
    where: 'state',
    right: {
      en: 'log in and send a session, or let an officer enable the scheme bank',
      uk: 'увійдіть і надішліть сесію або попросіть працівника DCM увімкнути схему bank',
    },
    source: 'D JWTA',
  },
  'bank-token-unfit': {
    code: 'credential',
    says: {
      en: 'the token is for something else: its {claim} is {given}',
      uk: 'токен призначено для іншого: його {claim} — {given}',
    },
    where: 'claim {claim}',
    right: {
      en: 'sign a token with {claim} {expected}',
      uk: 'підпишіть токен, у якому {claim} — {expected}',
    },
    source: 'A',
  },
  'bank-token-user': {
    code: 'credential',
    says: {
      en: 'obj of the token is no external id of a key keeper or customer: {obj}',
      uk: 'obj токена не є зовнішнім ідентифікатором хранителя ключа чи клієнта: {obj}',
    },
    where: 'claim obj',
    right: {
      en: 'name the external id of a user whom DCM knows, such as that of a key keeper',
      uk: 'укажіть зовнішній ідентифікатор користувача, якого знає DCM, наприклад хранителя ключа',
    },
    source: 'A',
  },
} as const satisfies Explanations;
