import type { TextsOf } from './rule-text.js';

export const loginTexts: TextsOf<'LOGIN'> = {
  'LOGIN-01': {
    says: 'працівник входить через login flow і надсилає форму (form-encoded)',
    fix: 'GET /kratos/self-service/login/api, потім POST форми на /kratos/self-service/login?flow={id}.',
    causes: [
      ['the login is sent as JSON', 'дані входу надсилаються як JSON'],
      ['the id of an earlier flow is used again', 'повторно використано ідентифікатор попереднього flow'],
      [
        'the first employee has another password than bank.yaml says',
        'пароль першого працівника не такий, як у bank.yaml',
      ],
    ],
  },
  'LOGIN-02': {
    says: 'запити містять Authorization: bearer із токеном сесії входу',
    fix: 'Надсилайте session_token входу як Authorization: bearer у кожному запиті, крім самого входу.',
    causes: [
      ['the csrf token is sent in its place', 'замість нього надсилається csrf-токен'],
      [
        'the token travels in another header, e.g. X-Session-Token',
        'токен передається в іншому заголовку, наприклад X-Session-Token',
      ],
    ],
  },
  'LOGIN-03': {
    says: 'невдалий вхід помічено: після нього немає запитів з обліковими даними, яких не видано',
    fix: 'Якщо у вході відмовлено, зупиніться й повідомте про це.',
    causes: [
      ['the status of the login is not looked at', 'код відповіді на вхід не перевіряють'],
      ['the token of an earlier session is used instead', 'натомість використано токен попередньої сесії'],
    ],
  },
  'LOGIN-04': {
    says: 'після завершення сесії відбувається новий вхід',
    fix: 'Отримавши 401, увійдіть знову й повторіть запит один раз. Відмова власного сервісу авторизації має такий самий вигляд: повторну відповідь 401 вважайте остаточною.',
    causes: [
      ['the client logs in at its start only', 'клієнт входить лише під час запуску'],
      ['401 is taken for a final refusal', '401 вважається остаточною відмовою'],
    ],
  },
};
