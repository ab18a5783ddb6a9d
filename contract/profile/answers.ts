import { z } from 'zod';
import type { Option } from './option.js';

/** How DCM answers: shapes that no page fixes. */
export const answerOptions = {
  tolerances: {
    value: z.enum(['off', 'on']).default('off'),
    unknown: '-',
    says: {
      en: 'on: about one exchange in 8 gets harmless variation after the model of RFC 8701: further members and headers, another order of members, Content-Type without charset, a chunked response, up to 30 ms of delay. The seed repeats it.',
      uk: 'on: приблизно один обмін із 8 отримує нешкідливі відмінності за зразком RFC 8701: додаткові члени й заголовки, інший порядок членів, Content-Type без charset, відповідь частинами (chunked), до 30 мс затримки. Те саме seed їх повторює.',
    },
  },
} satisfies Readonly<Record<string, Option>>;
