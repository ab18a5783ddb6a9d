import { z } from 'zod';
import type { Option } from './option.js';

/** How DCM calls the bank: reverse calls, their connections, callbacks. */
export const callOptions = {
  reverse_order: {
    value: z.enum(['documented', 'key-first']).default('documented'),
    unknown: 'U-03',
    says: {
      en: 'Order of the reverse calls of an operation that makes both. documented: /external_id, then /key; key-first: the other way around.',
      uk: 'Порядок запитів DCM до сервісу авторизації в операції, яка робить обидва. documented: /external_id, потім /key; key-first: навпаки.',
    },
  },
  reverse_repeat: {
    value: z.union([z.literal(1), z.literal(2)]).default(1),
    unknown: 'U-03',
    says: {
      en: 'How many times DCM makes each reverse call of an operation. Each has a token of its own; the responses must agree, otherwise the operation is refused.',
      uk: 'Скільки разів DCM надсилає кожен запит операції до сервісу авторизації. Кожен має власний токен; відповіді мають збігатися, інакше в операції відмовлено.',
    },
  },
  callbacks: {
    value: z.enum(['after', 'before', 'twice', 'reversed', 'never']).default('after'),
    unknown: 'U-57',
    says: {
      en: 'When callbacks come. after: after the posting, whatever becomes of the response to the confirmation; before: the confirmation is answered once they have been sent and answered; twice: each is sent again after the bank has accepted it; reversed: DCM waits up to half a second and sends the newest first, one after the other; never: they are not sent and kept as such, and the control API can send them.',
      uk: 'Коли надходять зворотні виклики. after: після проведення, незалежно від відповіді на підтвердження; before: на підтвердження DCM відповідає, коли їх уже надіслано й отримано відповіді; twice: кожен надсилається ще раз після того, як банк його прийняв; reversed: DCM чекає до пів секунди й надсилає спершу найновіші, один за одним; never: їх не надіслано й збережено як такі, надіслати їх можна через API керування.',
    },
  },
  connections: {
    value: z.enum(['own', 'kept']).default('own'),
    unknown: '-',
    says: {
      en: 'own: every reverse call has a connection of its own; kept: reverse calls share connections (HTTP/1.1 keep-alive) that have been idle for less than 1 second. A request that the bank may have read is never sent again.',
      uk: 'own: кожен запит до сервісу авторизації має власне з’єднання; kept: такі запити мають спільні з’єднання (HTTP/1.1 keep-alive), якщо ті простоювали менше ніж 1 секунду. Запит, який банк міг прочитати, ніколи не надсилається вдруге.',
    },
  },
  header_names: {
    value: z.enum(['as-documented', 'lower', 'upper', 'title']).default('as-documented'),
    unknown: '-',
    says: {
      en: 'Letters in the header names of what DCM sends; they mean the same (RFC 9110, section 5.1). as-documented: X-Session-ID, others lower; lower: x-session-id; upper: X-SESSION-ID; title: X-Session-Id, as programs in Go send it.',
      uk: 'Літери в назвах заголовків, які надсилає DCM; значення те саме (RFC 9110, розділ 5.1). as-documented: X-Session-ID, решта малими; lower: x-session-id; upper: X-SESSION-ID; title: X-Session-Id, як надсилають програми на Go.',
    },
  },
} satisfies Readonly<Record<string, Option>>;
