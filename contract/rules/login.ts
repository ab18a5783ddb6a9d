import { rules } from './rule.js';

/** How employees log in. */
export const loginRules = rules({
  'LOGIN-01': {
    level: 'must',
    says: {
      en: 'the employee logs in by a login flow and a form-encoded submission',
      uk: 'працівник входить через login flow і надсилає форму (form-encoded)',
    },
    fix: {
      en: 'GET /kratos/self-service/login/api, then POST the form to /kratos/self-service/login?flow={id}.',
      uk: 'GET /kratos/self-service/login/api, потім POST форми на /kratos/self-service/login?flow={id}.',
    },
    causes: [
      { en: 'the login is sent as JSON', uk: 'дані входу надсилаються як JSON' },
      {
        en: 'the id of an earlier flow is used again',
        uk: 'повторно використано ідентифікатор попереднього flow',
      },
      {
        en: 'the first employee has another password than bank.yaml says',
        uk: 'пароль першого працівника не такий, як у bank.yaml',
      },
    ],
    source: 'D AUTH',
    step: 11,
  },
  'LOGIN-02': {
    level: 'must',
    says: {
      en: 'requests carry Authorization: bearer with the session token of the login',
      uk: 'запити містять Authorization: bearer із токеном сесії входу',
    },
    fix: {
      en: 'Send the session_token of the login as Authorization: bearer on every request except the login.',
      uk: 'Надсилайте session_token входу як Authorization: bearer у кожному запиті, крім самого входу.',
    },
    causes: [
      { en: 'the csrf token is sent in its place', uk: 'замість нього надсилається csrf-токен' },
      {
        en: 'the token travels in another header, e.g. X-Session-Token',
        uk: 'токен передається в іншому заголовку, наприклад X-Session-Token',
      },
    ],
    source: 'D AUTH',
    step: 11,
  },
  'LOGIN-03': {
    level: 'must',
    says: {
      en: 'a failed login is noticed: no request follows with credentials that were not given',
      uk: 'невдалий вхід помічено: після нього немає запитів з обліковими даними, яких не видано',
    },
    fix: {
      en: 'Stop when the login is refused and report it.',
      uk: 'Якщо у вході відмовлено, зупиніться й повідомте про це.',
    },
    causes: [
      { en: 'the status of the login is not looked at', uk: 'код відповіді на вхід не перевіряють' },
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
      en: 'a session that has ended is followed by a new login',
      uk: 'після завершення сесії відбувається новий вхід',
    },
    fix: {
      en: 'On 401, log in again and repeat the request once. A decline by your own service looks the same: take a second 401 for final.',
      uk: 'Отримавши 401, увійдіть знову й повторіть запит один раз. Відмова власного сервісу авторизації має такий самий вигляд: повторну відповідь 401 вважайте остаточною.',
    },
    causes: [
      { en: 'the client logs in at its start only', uk: 'клієнт входить лише під час запуску' },
      { en: '401 is taken for a final refusal', uk: '401 вважається остаточною відмовою' },
    ],
    source: 'A',
    step: 16,
    reading: { unknown: 'U-11', options: ['session_ttl_s'] },
  },
});
