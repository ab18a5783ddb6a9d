import { rules } from './rule.js';

/** Tokens of the bank, under JWT by Bank. */
export const bankJwtRules = rules({
  'BANKJWT-02': {
    level: 'must',
    says: {
      en: "the bank's token has the claims flow, obj, sub, iat and exp, and is valid now",
      uk: 'токен банку має поля flow, obj, sub, iat та exp і чинний зараз',
    },
    fix: {
      en: 'Fill all five claims, iat and exp in Unix seconds by a clock that is right.',
      uk: 'Заповнюйте всі п’ять полів; iat та exp указуйте в секундах Unix за точним годинником.',
    },
    causes: [
      { en: 'iat and exp are in milliseconds', uk: 'iat та exp указано в мілісекундах' },
      {
        en: 'a token is kept and used after it has expired',
        uk: 'токен зберігають і використовують після завершення строку',
      },
    ],
    source: 'D JWTF',
    step: 12,
    reading: { unknown: 'U-06', options: ['leeway_s'] },
  },
  'BANKJWT-03': {
    level: 'should',
    says: {
      en: "flow and obj of the bank's token fit the operation",
      uk: 'flow та obj токена банку відповідають операції',
    },
    fix: {
      en: 'Use sign-up and the login for createCustomer, sign-up-processing and the key keeper for createAccount, otherwise sign-in and the external id of whom DCM will ask about.',
      uk: 'sign-up і логін для createCustomer, sign-up-processing і хранитель ключа для createAccount, інакше sign-in і зовнішній ідентифікатор того, про кого запитає DCM.',
    },
    causes: [
      { en: 'one token is used for all operations', uk: 'один токен використовують для всіх операцій' },
    ],
    source: 'A',
    step: 12,
    reading: { unknown: 'U-03', options: ['reverse_check'] },
  },
  'BANKJWT-04': {
    level: 'must',
    says: {
      en: 'under JWT by Bank every request carries CX-Authorization, with Authorization empty',
      uk: 'за схемою JWT by Bank кожен запит містить CX-Authorization, а Authorization порожній',
    },
    fix: {
      en: 'Send CX-Authorization on all API requests and leave Authorization empty or out.',
      uk: 'Надсилайте CX-Authorization у всіх запитах до API, а Authorization залишайте порожнім або не надсилайте.',
    },
    causes: [
      { en: 'the token travels as Authorization: bearer', uk: 'токен передається як Authorization: bearer' },
      { en: 'reads go out without a credential', uk: 'запити на читання надсилаються без облікових даних' },
    ],
    source: 'D JWTA',
    step: 12,
  },
  'BANKJWT-07': {
    level: 'must',
    says: {
      en: "the bank's token is three parts of base64url without padding, with JSON objects whose members are there once",
      uk: 'токен банку складається з трьох частин у base64url без доповнення, а поля його JSON-об’єктів не повторюються',
    },
    fix: {
      en: 'Let a JOSE library write the token: base64url without =, + and /, three parts, no crit, no member twice.',
      uk: 'Доручіть запис токена JOSE-бібліотеці: base64url без =, + і /, три частини, без crit і без повторених полів.',
    },
    causes: [
      {
        en: 'the parts are written by an ordinary base64 encoder, with padding or + and /',
        uk: 'частини записує звичайний кодувальник base64, з доповненням або знаками + і /',
      },
      { en: 'a claim is put together from two sources', uk: 'поле токена складають із двох джерел' },
    ],
    source: 'RFC 7515',
    step: 12,
  },
});
