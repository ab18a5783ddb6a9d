import type { Language } from './language.js';

/**
 * Kinds of things that are seen on the wire, whatever the rule: each has a likely cause and a fix of its own, and
 * comes before those of the rule.
 */
export const situations = [
  'refused-connection',
  'unknown-host',
  'tls',
  'closed',
  'time-out',
  'one-thread',
  'not-found',
  'wrong-method',
  'redirect',
  'server-error',
  'not-json',
  'no-request',
  'no-request-ping',
  'no-request-login',
] as const;
export type Situation = (typeof situations)[number];

interface SituationText {
  readonly cause: readonly [en: string, uk: string];
  readonly fix: readonly [en: string, uk: string];
}

const texts: Readonly<Record<Situation, SituationText>> = {
  'refused-connection': {
    cause: [
      'nothing listens at that host and port: the service is not running, listens elsewhere, or at 127.0.0.1 only',
      'за цим хостом і портом ніхто не слухає: сервіс не запущено, він слухає інший порт або лише 127.0.0.1',
    ],
    fix: [
      'Start the service and compare the host and port of the URL in bank.yaml with those it listens on.',
      'Запустіть сервіс і звірте хост та порт URL у bank.yaml з тими, на яких він слухає.',
    ],
  },
  'unknown-host': {
    cause: [
      'the host name is misspelt, or is not known to the machine on which the harness runs',
      'в імені хоста помилка, або машина, на якій працює перевірка, його не знає',
    ],
    fix: [
      'Correct the host name in bank.yaml, or make it known where the harness runs.',
      'Виправте ім’я хоста в bank.yaml або зробіть його відомим там, де працює перевірка.',
    ],
  },
  tls: {
    cause: [
      'the certificate is not trusted: its issuer is missing in bank.tls.ca, the name differs, or it has expired',
      'сертифікату немає довіри: у bank.tls.ca бракує його видавця, ім’я інше, або строк дії минув',
    ],
    fix: [
      'Give the CA of the certificate in bank.tls.ca, and a URL with the name that it was issued for.',
      'Укажіть центр сертифікації в bank.tls.ca і URL з іменем, на яке видано сертифікат.',
    ],
  },
  closed: {
    cause: [
      'the service closes the connection without an answer: it crashed, or a proxy before it did',
      'сервіс закриває з’єднання без відповіді: він аварійно завершився, або це зробив проксі перед ним',
    ],
    fix: [
      'Look into the log of the service at that moment; answer every request, errors too.',
      'Перегляньте журнал сервісу за цей момент; відповідайте на кожен запит, також на помилковий.',
    ],
  },
  'time-out': {
    cause: [
      'the answer takes longer than the limit: a remote store or DCM itself is asked for each request, or a worker is busy',
      'відповідь триває довше за ліміт: під час кожного запиту опитується віддалене сховище або сам DCM, або процес зайнятий',
    ],
    fix: [
      'Answer from memory or a local store within the limit; measure where the time goes.',
      'Відповідайте з пам’яті або локального сховища в межах ліміту; виміряйте, на що йде час.',
    ],
  },
  'one-thread': {
    cause: [
      "the server has one thread, and the request to DCM waits in it: DCM's question cannot be answered meanwhile",
      'сервер має один потік, і в ньому чекає запит до DCM: тим часом він не може відповісти на запитання DCM',
    ],
    fix: [
      'Serve requests in several threads (a thread pool for the HTTP server), or call DCM outside the thread that serves.',
      'Обробляйте запити в кількох потоках (пул потоків HTTP-сервера) або викликайте DCM поза потоком, що їх обробляє.',
    ],
  },
  'not-found': {
    cause: [
      'nothing is served at this path: the URL in bank.yaml has another prefix than the service, or the route is not deployed',
      'за цим шляхом нічого не обслуговується: URL у bank.yaml має інший префікс, ніж сервіс, або маршрут не розгорнуто',
    ],
    fix: [
      'Compare the URL with the routes of the service; the path that was asked stands in the exchange.',
      'Звірте URL з маршрутами сервісу; запитаний шлях указано в записі обміну.',
    ],
  },
  'wrong-method': {
    cause: ['the path is served for another method', 'цей шлях обслуговується для іншого методу'],
    fix: [
      'Serve GET at /user_auth, /key and /external_id, and POST at /sign and the callbacks.',
      'Обслуговуйте GET для /user_auth, /key та /external_id і POST для /sign і сповіщень.',
    ],
  },
  redirect: {
    cause: [
      'the service redirects, e.g. to https, to a path with / at its end or to a login page; redirects are not followed',
      'сервіс перенаправляє, наприклад на https, на шлях із / у кінці або на сторінку входу; перенаправлень не дотримуються',
    ],
    fix: ['Give the final URL in bank.yaml.', 'Укажіть у bank.yaml остаточний URL.'],
  },
  'server-error': {
    cause: [
      'an exception in the service: its log at that moment says which',
      'виняток у сервісі: який саме, видно в його журналі за цей момент',
    ],
    fix: [
      'Find the exception in the log of the service; a request that must be refused is refused before it can occur.',
      'Знайдіть виняток у журналі сервісу; відхиляйте те, що слід відхилити, раніше, ніж він може статися.',
    ],
  },
  'not-json': {
    cause: [
      'the body is no JSON: a page of a proxy or framework, a bare text, or a text in quotes of another kind',
      'тіло не є JSON: сторінка проксі чи фреймворку, простий текст або текст в інших лапках',
    ],
    fix: [
      'Make the body with a JSON library and send it with Content-Type: application/json.',
      'Формуйте тіло бібліотекою JSON і надсилайте з Content-Type: application/json.',
    ],
  },
  'no-request': {
    cause: [
      'the act was answered and no such request was sent to DCM: it is not implemented, or goes to another base URL than dcm.base_url of the act',
      'на дію відповіли, а такого запиту до DCM не було: її не реалізовано, або запит іде на інший URL, ніж dcm.base_url дії',
    ],
    fix: [
      'Have the act send the request, to the base URL that the act names, before it is answered with ok: true.',
      'Дія має надіслати запит на той базовий URL, який вона називає, перш ніж на неї відповісти ok: true.',
    ],
  },
  'no-request-ping': {
    cause: [
      'the act ping is answered without a request to DCM',
      'на дію ping відповідають без запиту до DCM',
    ],
    fix: [
      "In the act ping, fetch DCM's JWKS once: GET {base_url}/api/v1/.well-known/jwks.json. Or answer 501: it may be missing.",
      'У дії ping один раз отримайте JWKS від DCM: GET {base_url}/api/v1/.well-known/jwks.json. Або відповідайте 501: її може не бути.',
    ],
  },
  'no-request-login': {
    cause: [
      'the act login ends with the login itself: no request follows under the session',
      'дія login завершується самим входом: запиту в межах сесії після нього немає',
    ],
    fix: [
      'In the act login, log in and then make one request with the session token, e.g. GET .../payments.',
      'У дії login увійдіть, а потім зробіть один запит із токеном сесії, наприклад GET .../payments.',
    ],
  },
};

export interface SituationWords {
  readonly cause: string;
  readonly fix: string;
}

/** Undefined when it is none of the known ones. */
export function situationWords(situation: string, language: Language): SituationWords | undefined {
  const text = (texts as Readonly<Record<string, SituationText>>)[situation];
  if (text === undefined) return undefined;
  const index = language === 'uk' ? 1 : 0;
  return { cause: text.cause[index], fix: text.fix[index] };
}
