import type { SituationText } from './situation-text.js';

/** No answer came. */
export const absenceTexts = {
  'refused-connection': {
    cause: {
      en: 'nothing listens at that host and port: the service is not running, listens elsewhere, or at 127.0.0.1 only',
      uk: 'за цим хостом і портом ніхто не слухає: сервіс не запущено, він слухає інший порт або лише 127.0.0.1',
    },
    fix: {
      en: 'Start the service and compare the host and port of the URL in bank.yaml with those it listens on.',
      uk: 'Запустіть сервіс і звірте хост та порт URL у bank.yaml з тими, на яких він слухає.',
    },
  },
  'unknown-host': {
    cause: {
      en: 'the host name is misspelt, or is not known to the machine on which the harness runs',
      uk: 'в імені хоста помилка, або його не знає комп’ютер, на якому виконується перевірка',
    },
    fix: {
      en: 'Correct the host name in bank.yaml, or make it known where the harness runs.',
      uk: 'Виправте ім’я хоста в bank.yaml або зробіть його відомим там, де виконується перевірка.',
    },
  },
  tls: {
    cause: {
      en: 'the certificate is not trusted: its issuer is missing in bank.tls.ca, the name differs, or it has expired',
      uk: 'сертифікату немає довіри: у bank.tls.ca бракує його видавця, ім’я інше, або строк дії минув',
    },
    fix: {
      en: 'Give the CA of the certificate in bank.tls.ca, and a URL with the name that it was issued for.',
      uk: 'Укажіть центр сертифікації в bank.tls.ca і URL з іменем, на яке видано сертифікат.',
    },
  },
  closed: {
    cause: {
      en: 'the service closes the connection without an answer: it crashed, or a proxy before it did',
      uk: 'сервіс закриває з’єднання без відповіді: він аварійно завершився, або це зробив проксі перед ним',
    },
    fix: {
      en: 'Look into the log of the service at that moment; answer every request, errors too.',
      uk: 'Перегляньте журнал сервісу за цей момент; відповідайте на кожен запит, також на помилковий.',
    },
  },
  'time-out': {
    cause: {
      en: 'the answer takes longer than the limit: a remote store or DCM itself is asked for each request, or a worker is busy',
      uk: 'відповідь надходить пізніше, ніж дозволено: під час кожного запиту опитується віддалене сховище або сам DCM, або процес зайнятий',
    },
    fix: {
      en: 'Answer from memory or a local store within the limit; measure where the time goes.',
      uk: 'Відповідайте з пам’яті або локального сховища у межах дозволеного часу; виміряйте, на що йде час.',
    },
  },
  'one-thread': {
    cause: {
      en: "the server has one thread, and the request to DCM waits in it: DCM's question cannot be answered meanwhile",
      uk: 'сервер має один потік, і в ньому чекає запит до DCM: тим часом він не може відповісти на запитання DCM',
    },
    fix: {
      en: 'Serve requests in several threads (a thread pool for the HTTP server), or call DCM outside the thread that serves.',
      uk: 'Обробляйте запити в кількох потоках (пул потоків HTTP-сервера) або викликайте DCM поза потоком, що їх обробляє.',
    },
  },
} as const satisfies Readonly<Record<string, SituationText>>;
