import type { LoadFault } from '../../contract/load.js';
import { type Said, said } from '../../contract/texts/said.js';

/** Why requests were not answered as expected, and what to do about it. */
export const faultWords: Readonly<Record<LoadFault, { readonly name: Said; readonly fix: Said }>> = {
  'refused-connection': {
    name: said('connection refused', 'відмовлено в з’єднанні'),
    fix: said(
      'The service, or the gateway in front of it, accepts no more connections: check whether it was restarted, and raise its limit of connections and the backlog of its socket.',
      'Сервіс або шлюз перед ним більше не приймає з’єднань: перевірте, чи його не було перезапущено, та збільште граничну кількість з’єднань і чергу сокета (backlog).',
    ),
  },
  'closed-connection': {
    name: said('connection closed without an answer', 'з’єднання закрито без відповіді'),
    fix: said(
      'The connection was closed before the answer was complete: look in the log of the service and of the gateway for crashes, restarts and limits at that time.',
      'З’єднання закрито до завершення відповіді: пошукайте в журналах сервісу та шлюзу збої, перезапуски й обмеження в цей час.',
    ),
  },
  'no-answer': {
    name: said('no answer', 'немає відповіді'),
    fix: said(
      'Requests pile up faster than they are answered: find what they wait for, such as connections to the database, locks, or a thread pool, and add capacity there.',
      'Запити накопичуються швидше, ніж на них відповідають: знайдіть, чого вони чекають (з’єднань із базою даних, блокувань, потоків у пулі), і додайте там ресурсів.',
    ),
  },
  network: {
    name: said('network error', 'помилка мережі'),
    fix: said(
      'Check the name, the certificate and the proxy of the service with dcm doctor.',
      'Перевірте ім’я, сертифікат і проксі сервісу за допомогою dcm doctor.',
    ),
  },
  unauthorized: {
    name: said('401', '401'),
    fix: said(
      'The bank refuses valid tokens about its own users: check the clock, the cache of DCM’s keys, and whether a protection against repeated or frequent requests is at work.',
      'Банк відхиляє правильні токени про власних користувачів: перевірте годинник, кеш ключів DCM і чи не спрацьовує захист від повторних або частих запитів.',
    ),
  },
  'client-error': {
    name: said('another 4xx status', 'інший статус 4xx'),
    fix: said(
      'A limit of the number of requests (429) or a firewall is in the way: DCM calls as often as its users act, so exempt it.',
      'Заважає обмеження кількості запитів (429) або міжмережевий екран: DCM звертається так часто, як діють користувачі, тому зробіть для нього виняток.',
    ),
  },
  'server-error': {
    name: said('5xx status', 'статус 5xx'),
    fix: said(
      'The service fails under load: its log at that time has the reason. 503 and 504 often come from a gateway whose limits are too low.',
      'Сервіс не витримує навантаження: причина є в його журналі за цей час. 503 і 504 часто надсилає шлюз із замалими обмеженнями.',
    ),
  },
  'other-status': {
    name: said('unexpected status', 'неочікуваний статус'),
    fix: said(
      'Only 200 is a correct answer to a valid token: look for a redirect or a cache in front of the service.',
      'На правильний токен правильною відповіддю є лише 200: перевірте, чи немає перед сервісом переспрямування або кешу.',
    ),
  },
  'wrong-body': {
    name: said('200 with an unusable body', '200 з непридатним тілом'),
    fix: said(
      'The body is not the documented one, perhaps a page of a gateway: dcm verify --steps 7 says what is missing.',
      'Тіло не відповідає документації, можливо, це сторінка шлюзу: dcm verify --steps 7 покаже, чого бракує.',
    ),
  },
  'act-failed': {
    name: said('transfer not made', 'переказ не виконано'),
    fix: said(
      'The bank reports that its transfer did not succeed: the example has the reason. DCM refuses a transfer if the service answers late.',
      'Банк повідомляє, що переказ не виконано: причину наведено в прикладі. DCM відхиляє переказ, якщо сервіс відповідає із запізненням.',
    ),
  },
  generator: {
    name: said('this machine could not send', 'цей комп’ютер не зміг надіслати'),
    fix: said(
      'This machine ran out of sockets, memory or time: measure from another machine, or at a lower rate.',
      'Цьому комп’ютеру забракло сокетів, пам’яті або часу: вимірюйте з іншого комп’ютера або з меншою частотою.',
    ),
  },
};
