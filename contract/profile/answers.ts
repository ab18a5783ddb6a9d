import { z } from 'zod';
import type { Option } from './option.js';

/** How DCM answers: shapes and statuses that no page fixes. */
export const answerOptions = {
  refusal_status: {
    value: z
      .union([z.literal(400), z.literal(403), z.literal(404), z.literal(409), z.literal(422)])
      .default(400),
    unknown: 'U-09',
    says: {
      en: 'Status of refusals for which no page publishes one. Published statuses stay.',
      uk: 'Код відмов, для яких жодна сторінка коду не публікує. Опубліковані коди залишаються.',
    },
  },
  error_body: {
    value: z.enum(['error', 'message', 'empty', 'text']).default('error'),
    unknown: 'U-08',
    says: {
      en: 'Body of refusals. error, message: a JSON object with the text in this member; empty: no body; text: text/plain. Where a page publishes JSON or the text, it stays.',
      uk: 'Тіло відмов. error, message: об’єкт JSON, текст якого в цьому члені; empty: без тіла; text: text/plain. Якщо JSON чи текст опубліковано на сторінці, вони залишаються.',
    },
  },
  act_status: {
    value: z.union([z.literal(200), z.literal(201), z.literal(204)]).default(200),
    unknown: 'U-44',
    says: {
      en: 'Status of successful writes whose response is not published, such as confirmPayment (U-44, U-63). 204 only if there is nothing to return.',
      uk: 'Код успішних операцій запису, відповідь яких не опубліковано, наприклад confirmPayment (U-44, U-63). 204 лише тоді, коли повертати нічого.',
    },
  },
  amounts: {
    value: z.enum(['number', 'two-places']).default('number'),
    unknown: 'U-25',
    says: {
      en: 'Amounts in responses. number: 25.5; two-places: 25.50. Either way JSON numbers, as published.',
      uk: 'Суми у відповідях. number: 25.5; two-places: 25.50. В обох випадках це числа JSON, як опубліковано.',
    },
  },
  dates: {
    value: z.enum(['milliseconds', 'seconds', 'offset']).default('milliseconds'),
    unknown: 'U-62',
    says: {
      en: 'Dates in responses, all RFC 3339. milliseconds: 2026-01-05T11:00:00.123Z; seconds: 2026-01-05T11:00:00Z; offset: 2026-01-05T13:00:00.123+02:00.',
      uk: 'Дати у відповідях, усі за RFC 3339. milliseconds: 2026-01-05T11:00:00.123Z; seconds: 2026-01-05T11:00:00Z; offset: 2026-01-05T13:00:00.123+02:00.',
    },
  },
  total: {
    value: z.enum(['number', 'text', 'missing']).default('number'),
    unknown: 'U-61',
    says: {
      en: 'Member total of lists whose response is not published, such as listCustomers: a number, the same as text, or missing.',
      uk: 'Член total у переліках, відповідь яких не опубліковано, наприклад listCustomers: число, те саме текстом або відсутній.',
    },
  },
  list_limit: {
    value: z.int().min(1).max(1000).default(1000),
    unknown: 'U-61',
    says: {
      en: 'The most rows that a list returns, even if limit asks for more.',
      uk: 'Найбільша кількість рядків, яку повертає перелік, навіть якщо limit вимагає більше.',
    },
  },
  intermediate_status: {
    value: z.enum(['none', 'PROCESSING']).default('none'),
    unknown: 'U-45',
    says: {
      en: 'With posting: async, the status of a transfer between its confirmation and CONFIRMED. none: CREATED; PROCESSING: a status that no page lists.',
      uk: 'За posting: async статус переказу між підтвердженням і CONFIRMED. none: CREATED; PROCESSING: статус, якого немає на жодній сторінці.',
    },
  },
  tolerances: {
    value: z.enum(['off', 'few', 'on']).default('off'),
    unknown: '-',
    says: {
      en: 'on: about one exchange in 8 gets harmless variation after the model of RFC 8701: further members and headers, another order of members, Content-Type without charset, a chunked response, up to 30 ms of delay. few: one in 32, as in dcm verify unless bank.yaml says otherwise. The seed repeats it.',
      uk: 'on: приблизно один обмін із 8 отримує нешкідливі відмінності за зразком RFC 8701: додаткові члени й заголовки, інший порядок членів, Content-Type без charset, відповідь частинами (chunked), до 30 мс затримки. few: один із 32, як у dcm verify, якщо в bank.yaml не вказано інше. Те саме seed їх повторює.',
    },
  },
} satisfies Readonly<Record<string, Option>>;
