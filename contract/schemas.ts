import { z } from 'zod';

/** A UUID of any version, as DCM writes identities; capitals are accepted and lowered. */
export const guid = z.guid().toLowerCase();

/** A guid in a path: something that is not a UUID is just not found. */
export const guidInPath = z.string().toLowerCase();

/** RFC 3339 in UTC. The documentation publishes no format (U-62). */
export const timestamp = z.iso.datetime();

/** Hryvnias as a JSON number; up to 7 decimal places (one stroop is 0.0000001). */
export const hryvnias = z.number();

/** A query parameter that may be repeated; one value is a list of one. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.union([item.transform((item) => [item]), z.array(item)]);

/** A boolean as a query has it. */
export const flagText = z.enum(['true', 'false']);
export const flag = flagText.transform((text) => text === 'true');

/** A number that a page documents as a string. */
export const numeric = z
  .string()
  .trim()
  .regex(/^[+-]?\d+(\.\d*)?(e[+-]?\d{1,3})?$/i, 'must be a number')
  .transform(Number);

/** A bound of dates: RFC 3339, or a day. */
export const date = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error:
    'expected a day such as 2026-01-31, or a time such as 2026-01-31T09:30:00Z or 2026-01-31T09:30:00%2B02:00',
});

export const paging = {
  order: z.enum(['asc', 'desc']).default('desc'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(20),
};

export const ofCounterparty = z.object({ counterparty_guid: guidInPath });

export const empty = z.object({});
