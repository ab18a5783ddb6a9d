import type { LoadVerdict } from '../../contract/load.js';
import { bilingual } from '../../contract/texts/language.js';

/** Verdicts of a measurement, and what they say. */
export const loadVerdictTexts = bilingual(
  {
    verdicts: {
      held: 'Within the limit',
      broken: 'Limit broken',
      'not-measured': 'Not measured',
      error: 'Ended early',
    } satisfies Record<LoadVerdict, string>,
    says: {
      held: (rate: string) =>
        `At ${rate} requests a second, at least 99 % of each kind were answered correctly within the limit.`,
      broken: (rate: string) =>
        `At ${rate} requests a second, less than 99 % of a kind were answered correctly within the limit.`,
      'not-measured': (rate: string) =>
        `At ${rate} requests a second, this program was late itself, and the bank may have been in time. Measure from a machine with free cores, or at a lower rate.`,
      error: () => 'The measurement ended early. This is what was measured so far; it is no verdict.',
    } satisfies Record<LoadVerdict, unknown>,
    atRest: (kind: string) =>
      `One request of the kind ${kind}, on its own, was not answered as expected. Nothing was measured.`,
    found: (rate: string, to: string) =>
      `Highest rate within the limit: ${rate} requests a second (searched up to ${to}).`,
    foundNone: (from: string) => `Even the lowest rate of the search, ${from}, is too much.`,
  },
  {
    verdicts: {
      held: 'У межах граничного часу',
      broken: 'Граничний час перевищено',
      'not-measured': 'Не виміряно',
      error: 'Завершено достроково',
    },
    says: {
      held: (rate) =>
        `За частоти ${rate}/с щонайменше 99 % запитів кожного виду отримали правильну відповідь у межах граничного часу.`,
      broken: (rate) =>
        `За частоти ${rate}/с менше ніж 99 % запитів одного з видів отримали правильну відповідь у межах граничного часу.`,
      'not-measured': (rate) =>
        `За частоти ${rate}/с запізнювалася сама програма, а банк, можливо, встигав. Вимірюйте з комп’ютера з вільними ядрами або з меншою частотою.`,
      error: () => 'Вимірювання завершено достроково. Тут наведено те, що встигли виміряти; це не висновок.',
    },
    atRest: (kind) =>
      `Один запит виду ${kind}, без навантаження, не отримав очікуваної відповіді. Нічого не виміряно.`,
    found: (rate, to) => `Найвища частота в межах граничного часу: ${rate}/с (пошук до ${to}/с).`,
    foundNone: (from) => `Навіть найнижча частота пошуку, ${from}/с, завелика.`,
  },
);
