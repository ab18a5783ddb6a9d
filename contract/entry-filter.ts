import { z } from 'zod';
import type { Finding } from './control/journal.js';
import { wholeNumber } from './control/operation.js';
import { guid } from './schemas.js';

/** The meaning of the journal's filters, for the server that searches and for the page that watches. */

type OfStatus = (status: number) => boolean;

const comparisons: Readonly<Record<string, (status: number, than: number) => boolean>> = {
  '>=': (status, than) => status >= than,
  '<=': (status, than) => status <= than,
  '>': (status, than) => status > than,
  '<': (status, than) => status < than,
  '=': (status, than) => status === than,
};

function oneCondition(text: string): OfStatus | undefined {
  const [, sign, than] = /^([<>]=?|=)(\d{1,3})$/.exec(text) ?? [];
  const compare = comparisons[sign ?? ''];
  // A comparison is about answers; 0 stands for none.
  if (compare) return (status) => status > 0 && compare(status, Number(than));
  const [, least, most] = /^(\d{3})[-–](\d{3})$/.exec(text) ?? [];
  if (least !== undefined)
    return Number(least) > Number(most)
      ? undefined
      : (status) => status >= Number(least) && status <= Number(most);
  if (text === '0') return (status) => status === 0;
  // 4xx, 40x, and what is being typed: 4, 40.
  if (!/^[1-5](?:\d{0,2}|\dx|x{1,2})$/.test(text)) return undefined;
  const begins = text.replaceAll('x', '');
  return (status) => String(status).length === 3 && String(status).startsWith(begins);
}

/**
 * What a string says about a status: `404`, `4xx`, `>=400`, `<500`, `400-499`, several of them with commas; `0` for
 * no response. Undefined if it says nothing.
 */
export function statusCondition(text: string): OfStatus | undefined {
  const parts = text.toLowerCase().replaceAll(/\s+/g, '').split(',').filter(Boolean).map(oneCondition);
  const known = parts.filter((part) => part !== undefined);
  if (parts.length === 0 || known.length < parts.length) return undefined;
  return (status) => known.some((ofStatus) => ofStatus(status));
}

const seq = wholeNumber(0, 999_999_999_999_999);

/** Members that are left out do not matter; strings match as parts, case-insensitively. */
export const entryFilter = z.object({
  direction: z.enum(['in', 'out']).optional(),
  operation: z.string().max(200).optional(),
  /** A status, or a text as {@link statusCondition} reads it. */
  status: z
    .union([
      z.int(),
      z
        .string()
        .max(100)
        .refine((text) => statusCondition(text) !== undefined, {
          error: 'expected a status: 404, 4xx, >=400, 400-499, or 0 for no response',
        }),
    ])
    .optional(),
  /** Entries with a finding of such a rule. */
  rule: z.string().max(100).optional(),
  /** Of the counterparty; also those that were refused before it was known who sent them, if their path names it. */
  counterparty_guid: guid.optional(),
  /** The first and the last `seq`, e.g. of a scenario of a run. */
  from_seq: seq.optional(),
  to_seq: seq.optional(),
  /** Part of the URL, the operation, the reason, the error, a finding, or `obj` and `sub` of the token. */
  text: z.string().max(200).optional(),
});
export type EntryFilter = z.infer<typeof entryFilter>;

interface Filtered {
  readonly seq: number;
  readonly direction: 'in' | 'out';
  readonly operation: string;
  readonly status: number;
  readonly url: string;
  readonly counterparty_guid: string;
  readonly findings: readonly Pick<Finding, 'rule'>[];
}

const has = (whole: string, part: string): boolean => whole.toLowerCase().includes(part.toLowerCase());

/**
 * Whether an entry is of a counterparty. Of a request that was refused before anybody was known, as without a session, its
 * path tells whose it is meant to be; such an entry counts for nobody, so that it has no `counterparty_guid`.
 */
function isOf({ counterparty_guid, status, url }: Filtered, wanted: string): boolean {
  if (counterparty_guid !== '') return counterparty_guid === wanted;
  return status >= 400 && namedIn(url) === wanted;
}

/** The counterparty that a path names; undefined if it names none. */
const namedIn = (url: string): string | undefined =>
  /^[^?]*\/counterparty\/([\da-f-]{36})(?:[/?]|$)/i.exec(url)?.[1]?.toLowerCase();

/**
 * Whether an entry is one that the filter lets through.
 * @param words what is searched of an entry
 */
export function entryCondition<Entry extends Filtered>(
  filter: EntryFilter,
  words: (entry: Entry) => string,
): (entry: Entry) => boolean {
  const { direction, operation, status, rule, counterparty_guid, text, from_seq, to_seq } = filter;
  const ofStatus = status === undefined ? undefined : statusCondition(String(status));
  return (entry) =>
    (from_seq === undefined || entry.seq >= from_seq) &&
    (to_seq === undefined || entry.seq <= to_seq) &&
    (direction === undefined || entry.direction === direction) &&
    (operation === undefined || has(entry.operation, operation)) &&
    (ofStatus === undefined || ofStatus(entry.status)) &&
    (counterparty_guid === undefined || isOf(entry, counterparty_guid)) &&
    (rule === undefined || entry.findings.some((finding) => has(finding.rule, rule))) &&
    (text === undefined || has(words(entry), text));
}
