import { z } from 'zod';
import { query, wholeNumber } from './operation.js';

/**
 * Lists of any length come in portions, of 4 MB at the most: `next` of one is `after` of the following one, and is empty
 * after the last.
 */

/** What is said of a position that is none. */
export const notNext = { error: 'expected the value of next from an earlier portion' };

/** The place of a row in a list: its date and guid. */
const rowPosition = z
  .string(notNext)
  .regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z [\w-]{1,64}$/, notNext)
  .refine((text) => !Number.isNaN(Date.parse(text.split(' ')[0] ?? '')), notNext);

/** Items of a portion, where nothing else is asked for. */
const usual = 1000;
const limit = wholeNumber(1, 10_000, usual).default(usual);

/** The query of a list: filters of its own, and which portion is asked for. */
export const listQuery = <const Filters extends z.ZodRawShape>(
  filters: Filters,
  position: z.ZodString = rowPosition,
) => query({ ...filters, after: position.optional(), limit });

/** The answer of a list: its items under their name, and where the next portion begins. */
export const portionOf = <const Items extends z.ZodRawShape>(items: Items) =>
  z.object({ ...items, next: z.string() });

/**
 * The whole of a list that comes in portions.
 * @param ask for one portion
 * @param itemsOf what an answer has of the list
 */
export async function wholeList<Answer extends { readonly next: string }, Item>(
  ask: (query: { readonly after?: string }) => Promise<Answer>,
  itemsOf: (answer: Answer) => readonly Item[],
): Promise<Item[]> {
  const all: Item[] = [];
  let answer = await ask({});
  for (;;) {
    for (const item of itemsOf(answer)) all.push(item);
    if (answer.next === '') return all;
    answer = await ask({ after: answer.next });
  }
}
