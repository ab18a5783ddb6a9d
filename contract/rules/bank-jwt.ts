import { rules } from './rule.js';

/** The bank's tokens under JWT by Bank. */
export const bankJwtRules = rules({
  'BANKJWT-02': {
    level: 'must',
    says: {
      en: "the bank's token has the claims flow, obj, sub, iat and exp, and is valid now",
      uk: 'токен банку має поля flow, obj, sub, iat та exp і чинний зараз',
    },
    fix: {
      en: 'Fill in all five claims, with iat and exp in Unix seconds from a synchronized clock.',
      uk: 'Заповнюйте всі п’ять полів; iat та exp указуйте в секундах Unix за синхронізованим годинником.',
    },
    causes: [
      { en: 'iat and exp are in milliseconds', uk: 'iat та exp указано в мілісекундах' },
      {
        en: 'a token is cached and used after it has expired',
        uk: 'токен зберігають і використовують після закінчення строку його дії',
      },
    ],
    source: 'D JWTF',
    step: 12,
    reading: { unknown: 'U-06', options: ['leeway_s'] },
  },
  'BANKJWT-03': {
    level: 'should',
    says: {
      en: "flow and obj of the bank's token match the operation",
      uk: 'flow та obj токена банку відповідають операції',
    },
    fix: {
      en: "Use sign-up and the login for createCustomer, sign-up-processing and the key keeper for createAccount, and sign-in and the external id of the user in DCM's reverse call for everything else.",
      uk: 'Для createCustomer вказуйте sign-up і логін, для createAccount sign-up-processing і хранителя ключа, для решти операцій sign-in і зовнішній ідентифікатор користувача, про якого DCM запитає банк.',
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
      en: 'under JWT by Bank every request has the header CX-Authorization, and Authorization is empty or absent',
      uk: 'за схемою JWT by Bank кожен запит має заголовок CX-Authorization, а Authorization порожній або відсутній',
    },
    fix: {
      en: 'Send CX-Authorization with every API request, and leave Authorization empty or omit it.',
      uk: 'Надсилайте CX-Authorization у кожному запиті до API, а Authorization залишайте порожнім або не надсилайте.',
    },
    causes: [
      { en: 'the token is sent as Authorization: bearer', uk: 'токен надсилають як Authorization: bearer' },
      {
        en: 'read requests are sent without credentials',
        uk: 'запити на читання надсилаються без облікових даних',
      },
    ],
    source: 'D JWTA',
    step: 12,
  },
  'BANKJWT-07': {
    level: 'must',
    says: {
      en: "the bank's token consists of three parts in unpadded base64url, and no JSON object in it repeats a member",
      uk: 'токен банку складається з трьох частин у base64url без доповнення, а поля в його JSON-об’єктах не повторюються',
    },
    fix: {
      en: 'Have a JOSE library write the token: three parts, base64url without =, + and /, no crit, no repeated member.',
      uk: 'Формуйте токен JOSE-бібліотекою: три частини, base64url без =, + і /, без crit і без повторюваних полів.',
    },
    causes: [
      {
        en: 'the parts are encoded as ordinary base64, with padding or with + and /',
        uk: 'частини закодовано звичайним base64, з доповненням або знаками + і /',
      },
      { en: 'a claim is written twice, from two sources', uk: 'поле токена записують двічі, з двох джерел' },
    ],
    source: 'RFC 7515',
    step: 12,
  },
});
