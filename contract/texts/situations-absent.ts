import type { SituationText } from './situation-text.js';

/** No answer came. */
export const absenceTexts = {
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
      'в імені хоста помилка, або його не знає комп’ютер, на якому виконується перевірка',
    ],
    fix: [
      'Correct the host name in bank.yaml, or make it known where the harness runs.',
      'Виправте ім’я хоста в bank.yaml або зробіть його відомим там, де виконується перевірка.',
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
      'відповідь надходить пізніше, ніж дозволено: під час кожного запиту опитується віддалене сховище або сам DCM, або процес зайнятий',
    ],
    fix: [
      'Answer from memory or a local store within the limit; measure where the time goes.',
      'Відповідайте з пам’яті або локального сховища у межах дозволеного часу; виміряйте, на що йде час.',
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
} as const satisfies Readonly<Record<string, SituationText>>;
