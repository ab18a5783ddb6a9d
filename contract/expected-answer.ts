import { dateMembers } from './answer-members.js';
import type { Operation } from './operation.js';
import { accountPages } from './operations/entities.js';

/**
 * A response in the form that the operation declares, if it has another one that the documentation allows as well: a
 * bare array of digital entities (U-26), a `total` that is text or missing (U-61), dates with an offset (U-62). The
 * typed client depends on none of these readings.
 */
export function asExpected(operation: Pick<Operation, 'answer'>, answer: unknown): unknown {
  const listed = operation.answer === accountPages ? wrapped(answer) : answer;
  return Array.isArray(listed) ? listed.map(read) : read(listed);
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wrapped = (answer: unknown): unknown =>
  Array.isArray(answer) && !answer.some((item) => isObject(item) && 'accounts' in item)
    ? [{ accounts: answer }]
    : answer;

const read = (page: unknown): unknown => (isObject(page) ? (withDates(withTotal(page)) as Json) : page);

/** Without a `total`, it is the number of rows that came. */
function withTotal(page: Json): Json {
  const { total } = page;
  if (typeof total === 'string' && /^\d+$/.test(total)) return { ...page, total: Number(total) };
  const rows = Object.values(page).find(Array.isArray);
  return total === undefined && rows ? { ...page, total: rows.length } : page;
}

function withDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDates);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      dateMembers.has(name) ? inUtc(item) : withDates(item),
    ]),
  );
}

const inUtc = (date: unknown): unknown => {
  const ms = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  return Number.isNaN(ms) ? date : new Date(ms).toISOString();
};
