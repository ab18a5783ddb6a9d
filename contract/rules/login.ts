import { rules } from './rule.js';

/** How employees log in. */
export const loginRules = rules({
  'LOGIN-01': {
    level: 'must',
    says: {
      en: 'the employee logs in with a login flow and a form-encoded submission',
      uk: 'працівник входить через login flow, надсилаючи дані у форматі form-encoded',
    },
    fix: {
      en: 'Send GET /kratos/self-service/login/api, and then POST the form to /kratos/self-service/login?flow={id}.',
      uk: 'Надішліть GET /kratos/self-service/login/api, а потім форму методом POST на /kratos/self-service/login?flow={id}.',
    },
    causes: [
      { en: 'the login data are sent as JSON', uk: 'дані для входу надсилають як JSON' },
      {
        en: 'the id of an earlier flow is reused',
        uk: 'повторно використано ідентифікатор попереднього flow',
      },
      {
        en: "the first employee's password differs from the one in bank.yaml",
        uk: 'пароль першого працівника відрізняється від указаного в bank.yaml',
      },
    ],
    source: 'D AUTH',
    step: 11,
  },
  'LOGIN-02': {
    level: 'must',
    says: {
      en: 'requests have the header Authorization: bearer with the session token of the login',
      uk: 'запити мають заголовок Authorization: bearer із токеном сесії входу',
    },
    fix: {
      en: 'Send the session_token of the login as Authorization: bearer with every request except the login itself.',
      uk: 'Надсилайте session_token, отриманий під час входу, як Authorization: bearer у кожному запиті, крім самого входу.',
    },
    causes: [
      { en: 'the CSRF token is sent instead', uk: 'замість нього надсилають токен CSRF' },
      {
        en: 'the token is sent in another header, e.g. X-Session-Token',
        uk: 'токен надсилають в іншому заголовку, наприклад X-Session-Token',
      },
    ],
    source: 'D AUTH',
    step: 11,
  },
  'LOGIN-03': {
    level: 'must',
    says: {
      en: 'the bank notices a failed login and sends no request with credentials it was not given',
      uk: 'банк помічає невдалий вхід і не надсилає запитів з обліковими даними, яких не отримав',
    },
    fix: {
      en: 'Stop when the login is refused, and report it.',
      uk: 'Якщо у вході відмовлено, зупиніться й повідомте про це.',
    },
    causes: [
      { en: 'the status of the login response is not checked', uk: 'код відповіді на вхід не перевіряють' },
      {
        en: 'the token of an earlier session is used instead',
        uk: 'натомість використано токен попередньої сесії',
      },
    ],
    source: 'D AUTH',
    step: 11,
  },
  'LOGIN-04': {
    level: 'should',
    says: {
      en: 'the bank logs in again after its session has ended',
      uk: 'після завершення сесії банк входить знову',
    },
    fix: {
      en: 'On 401, log in again and retry the request once. A refusal by your own authorization service looks the same, so treat a second 401 as final.',
      uk: 'Отримавши 401, увійдіть знову й повторіть запит один раз. Відмова власного сервісу авторизації має такий самий вигляд, тому другу відповідь 401 вважайте остаточною.',
    },
    causes: [
      { en: 'the client logs in only when it starts', uk: 'клієнт входить лише під час запуску' },
      { en: '401 is treated as a final refusal', uk: '401 вважають остаточною відмовою' },
    ],
    source: 'A',
    step: 16,
    reading: { unknown: 'U-11', options: ['session_ttl_s'] },
  },
});
