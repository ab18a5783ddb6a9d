import { z } from 'zod';
import { query, wholeNumber } from './operation.js';

/**
 * Lists of any length come in portions of at most 4 MB: `next` of one is `after` of the following one, and is empty
 * after the last.
 */

/** The error for something that is not a position. */
export const notNext = { error: 'expected the value of next from an earlier portion' };

/** The place of a row in a list: its date and guid. */
const rowPosition = z
  .string(notNext)
  .regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z [\w-]{1,64}$/, notNext)
  .refine((text) => !Number.isNaN(Date.parse(text.split(' ')[0] ?? '')), notNext);

/** Items of a portion by default. */
const usual = 1000;
const limit = wholeNumber(1, 10_000, usual).default(usual);

/** The query of a list: its filters, and which portion is requested. */
export const listQuery = <const Filters extends z.ZodRawShape>(
  filters: Filters,
  position: z.ZodString = rowPosition,
) => query({ ...filters, after: position.optional(), limit });

/** The response of a list: its items under their name, and where the next portion begins. */
export const portionOf = <const Items extends z.ZodRawShape>(items: Items) =>
  z.object({ ...items, next: z.string() });

/**
 * All items of a list that comes in portions.
 * @param ask requests one portion
 * @param itemsOf the items in a response
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
