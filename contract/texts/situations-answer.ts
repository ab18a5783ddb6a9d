import type { SituationText } from './situation-text.js';

/** An answer came that says more than its rule does, or a request did not come. */
export const answerTexts = {
  'not-found': {
    cause: {
      en: 'nothing is served at this path: the URL in bank.yaml has another prefix than the service, or the route is not deployed',
      uk: 'за цим шляхом сервіс нічого не надає: URL у bank.yaml має інший префікс, ніж сервіс, або маршрут не розгорнуто',
    },
    fix: {
      en: 'Compare the URL with the routes of the service; the path that was asked stands in the exchange.',
      uk: 'Звірте URL з маршрутами сервісу; запитаний шлях указано в записі обміну.',
    },
  },
  'wrong-method': {
    cause: { en: 'the path is served for another method', uk: 'цей шлях приймає інший метод' },
    fix: {
      en: 'Serve GET at /user_auth, /key and /external_id, and POST at /sign and the callbacks.',
      uk: 'Приймайте GET на /user_auth, /key та /external_id і POST на /sign та зворотні виклики.',
    },
  },
  redirect: {
    cause: {
      en: 'the service redirects, e.g. to https, to a path with / at its end or to a login page; redirects are not followed',
      uk: 'сервіс перенаправляє, наприклад на https, на шлях із / у кінці або на сторінку входу; за перенаправленнями DCM не переходить',
    },
    fix: { en: 'Give the final URL in bank.yaml.', uk: 'Укажіть у bank.yaml остаточний URL.' },
  },
  'server-error': {
    cause: {
      en: 'an exception in the service: its log at that moment says which',
      uk: 'виняток у сервісі: який саме, видно в його журналі за цей момент',
    },
    fix: {
      en: 'Find the exception in the log of the service; a request that must be refused is refused before it can occur.',
      uk: 'Знайдіть виняток у журналі сервісу; відхиляйте те, що слід відхилити, раніше, ніж він може статися.',
    },
  },
  'not-json': {
    cause: {
      en: 'the body is no JSON: a page of a proxy or framework, a bare text, or a text in quotes of another kind',
      uk: 'тіло не є JSON: сторінка проксі чи фреймворку, простий текст або текст в інших лапках',
    },
    fix: {
      en: 'Make the body with a JSON library and send it with Content-Type: application/json.',
      uk: 'Формуйте тіло бібліотекою JSON і надсилайте з Content-Type: application/json.',
    },
  },
  'no-request': {
    cause: {
      en: 'the act was answered and no such request was sent to DCM: it is not implemented, or goes to another base URL than dcm.base_url of the act',
      uk: 'на дію відповіли, а такого запиту до DCM не було: її не реалізовано, або запит іде на інший URL, ніж dcm.base_url дії',
    },
    fix: {
      en: 'Have the act send the request, to the base URL that the act names, before it is answered with ok: true.',
      uk: 'Під час дії надішліть запит на базовий URL, указаний у ній, і лише потім відповідайте ok: true.',
    },
  },
  'no-request-ping': {
    cause: {
      en: 'the act ping is answered without a request to DCM',
      uk: 'на дію ping відповідають без запиту до DCM',
    },
    fix: {
      en: "In the act ping, fetch DCM's JWKS once: GET {base_url}/api/v1/.well-known/jwks.json. Or answer 501: it may be missing.",
      uk: 'У дії ping один раз отримайте JWKS від DCM: GET {base_url}/api/v1/.well-known/jwks.json. Або відповідайте 501: ця дія необов’язкова.',
    },
  },
  'no-request-login': {
    cause: {
      en: 'the act login ends with the login itself: no request follows under the session',
      uk: 'дія login завершується самим входом: запиту в межах сесії після нього немає',
    },
    fix: {
      en: 'In the act login, log in and then make one request with the session token, e.g. GET .../payments.',
      uk: 'У дії login увійдіть, а потім зробіть один запит із токеном сесії, наприклад GET .../payments.',
    },
  },
} as const satisfies Readonly<Record<string, SituationText>>;
