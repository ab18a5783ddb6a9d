import type { SituationText } from './situation-text.js';

/** A response that shows more than its rule says, or a missing request. */
export const answerTexts = {
  'not-found': {
    cause: {
      en: 'nothing is served at this path: the URL in bank.yaml has a different prefix from the service, or the route is not deployed',
      uk: 'за цим шляхом нічого немає: URL у bank.yaml має інший префікс, ніж сервіс, або маршрут не розгорнуто',
    },
    fix: {
      en: 'Compare the URL with the routes of the service; the recorded exchange shows the requested path.',
      uk: 'Звірте URL з маршрутами сервісу; шлях запиту вказано в записаному обміні.',
    },
  },
  'wrong-method': {
    cause: { en: 'the path accepts a different method', uk: 'за цим шляхом приймають інший метод' },
    fix: {
      en: 'Accept GET at /user_auth, /key and /external_id, and POST at /sign and the callback paths.',
      uk: 'Приймайте GET на /user_auth, /key та /external_id і POST на /sign та шляхах зворотних викликів.',
    },
  },
  redirect: {
    cause: {
      en: 'the service redirects, e.g. to https, to a path with a trailing slash or to a login page; redirects are not followed, because that would send the token to another address',
      uk: 'сервіс перенаправляє запит, наприклад на https, на шлях із / у кінці або на сторінку входу; за перенаправленнями не переходять, бо так токен потрапив би на іншу адресу',
    },
    fix: { en: 'Use the final URL in bank.yaml.', uk: 'Укажіть у bank.yaml остаточний URL.' },
  },
  'server-error': {
    cause: {
      en: 'an exception occurred in the service (its log for that moment shows which), or, after 501, this path is not built yet',
      uk: 'у сервісі стався виняток (який саме, видно в його журналі за цей момент) або, якщо код 501, цей шлях іще не реалізовано',
    },
    fix: {
      en: "After 501, build what this path should serve. Otherwise find the exception in the service's log, and refuse invalid requests before they can cause one.",
      uk: 'Якщо код 501, реалізуйте те, що має бути за цим шляхом. Інакше знайдіть виняток у журналі сервісу; відхиляйте неправильні запити раніше, ніж вони його спричинять.',
    },
  },
  'not-json': {
    cause: {
      en: 'the body is not JSON: it is a page of a proxy or a framework, plain text, or text in other quotation marks',
      uk: 'тіло не є JSON: це сторінка проксі чи фреймворку, звичайний текст або текст в інших лапках',
    },
    fix: {
      en: 'Create the body with a JSON library, and send it with Content-Type: application/json.',
      uk: 'Формуйте тіло JSON-бібліотекою і надсилайте його з Content-Type: application/json.',
    },
  },
  'no-request': {
    cause: {
      en: 'the bank responded to the act but did not send this request to DCM: it is not implemented, or it goes to a base URL other than dcm.base_url of the act',
      uk: 'банк відповів на дію, але не надіслав такого запиту до DCM: його не реалізовано або він іде на базовий URL, відмінний від dcm.base_url дії',
    },
    fix: {
      en: 'Send the request to the base URL given in the act before you respond with ok: true.',
      uk: 'Надішліть запит на базовий URL, указаний у дії, і лише потім відповідайте ok: true.',
    },
  },
  'no-request-ping': {
    cause: {
      en: 'the bank responded to the act ping without sending a request to DCM',
      uk: 'банк відповів на дію ping, не надіславши запиту до DCM',
    },
    fix: {
      en: "In the act ping, fetch DCM's JWKS once: GET {base_url}/api/v1/.well-known/jwks.json. Or return 501: this act is optional.",
      uk: 'У дії ping один раз завантажте JWKS від DCM: GET {base_url}/api/v1/.well-known/jwks.json. Або поверніть 501: ця дія необов’язкова.',
    },
  },
  'no-request-login': {
    cause: {
      en: 'the act login ends after the login itself: no request is made with the session',
      uk: 'дія login завершується самим входом: після нього немає запиту з цією сесією',
    },
    fix: {
      en: 'In the act login, log in, and then send one request with the session token, e.g. GET .../payments.',
      uk: 'У дії login увійдіть, а потім надішліть один запит із токеном сесії, наприклад GET .../payments.',
    },
  },
} as const satisfies Readonly<Record<string, SituationText>>;
