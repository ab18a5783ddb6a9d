import type { SituationText } from './situation-text.js';

/** There was no response. */
export const absenceTexts = {
  'refused-connection': {
    cause: {
      en: 'nothing is listening on that host and port: the service is not running, listens on another port, or listens on 127.0.0.1 only',
      uk: 'за цим хостом і портом з’єднань не приймають: сервіс не запущено, він слухає інший порт або лише 127.0.0.1',
    },
    fix: {
      en: 'Start the service, and compare the host and port in the URL in bank.yaml with those that it listens on.',
      uk: 'Запустіть сервіс і звірте хост та порт в URL у bank.yaml з тими, на яких він приймає з’єднання.',
    },
  },
  'unknown-host': {
    cause: {
      en: 'the host name is misspelled, or the machine on which the harness runs cannot resolve it',
      uk: 'ім’я хоста написано з помилкою або комп’ютер, на якому виконується перевірка, не може визначити його адресу',
    },
    fix: {
      en: 'Correct the host name in bank.yaml, or make it resolvable where the harness runs.',
      uk: 'Виправте ім’я хоста в bank.yaml або додайте його до DNS там, де виконується перевірка.',
    },
  },
  tls: {
    cause: {
      en: 'the certificate is not trusted: its issuer is missing from bank.tls.ca, the name does not match, or it has expired',
      uk: 'сертифікат не є довіреним: у bank.tls.ca немає його видавця, ім’я не збігається або строк дії минув',
    },
    fix: {
      en: 'Set bank.tls.ca to the CA of the certificate, and use a URL with the name that the certificate was issued for.',
      uk: 'Укажіть у bank.tls.ca центр сертифікації та використовуйте URL з іменем, на яке видано сертифікат.',
    },
  },
  closed: {
    cause: {
      en: 'the service closed the connection without a response: it, or a proxy in front of it, crashed',
      uk: 'сервіс закрив з’єднання без відповіді: він або проксі перед ним аварійно завершив роботу',
    },
    fix: {
      en: "Check the service's log for that moment; respond to every request, even when an error occurs.",
      uk: 'Перегляньте журнал сервісу за цей момент; відповідайте на кожен запит, навіть у разі помилки.',
    },
  },
  'time-out': {
    cause: {
      en: 'the response takes longer than allowed: the service calls a remote store or DCM itself on each request, or its workers are busy',
      uk: 'відповідь надходить пізніше, ніж дозволено: сервіс під час кожного запиту звертається до віддаленого сховища або до самого DCM, або всі його процеси зайняті',
    },
    fix: {
      en: 'Respond from memory or a local store within the limit; measure where the time is spent.',
      uk: 'Відповідайте з пам’яті або локального сховища в межах дозволеного часу; виміряйте, на що витрачається час.',
    },
  },
  'one-thread': {
    cause: {
      en: "the server has one thread, and it is waiting for DCM's response, so it cannot serve DCM's reverse call",
      uk: 'сервер має один потік, і той чекає на відповідь DCM, тому не може обробити запит від DCM',
    },
    fix: {
      en: 'Serve requests in several threads (a thread pool for the HTTP server), or call DCM from another thread.',
      uk: 'Обробляйте запити в кількох потоках (пул потоків HTTP-сервера) або звертайтеся до DCM з окремого потоку.',
    },
  },
} as const satisfies Readonly<Record<string, SituationText>>;
