import { z } from 'zod';

/** Lists of any length come in portions, of 4 MB at the most: `next` of one is `after` of the following one. */

/** A place in such a list: date and guid of a row. */
const position = /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z [\w-]{1,64}$/;

/** Query members of such a list. */
export const portionAsked = {
  after: z.string().regex(position, 'expected next of an earlier portion').optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(1000),
};

/** Answer member of such a list; empty after the last portion. */
export const portionNext = { next: z.string() };

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
