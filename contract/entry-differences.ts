import type { JournalEntry } from './control/journal.js';

/** One point in which two exchanges differ; a member that one of them does not have is undefined there. */
export interface Difference {
  /** `status`, `request.headers.accept`, `response.body.assets[0].balance`. */
  readonly at: string;
  readonly one: string | undefined;
  readonly other: string | undefined;
}

/** Differences that are shown; a list of thousands helps nobody. */
export const mostDifferences = 500;

/** The members of a value by their place, each as JSON; texts as they are. */
function flat(value: unknown, at: string, into: Map<string, string>): Map<string, string> {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined) into.set(at, typeof value === 'string' ? value : JSON.stringify(value));
    return into;
  }
  const members = Array.isArray(value)
    ? value.map((item, index) => [`${at}[${index}]`, item] as const)
    : Object.entries(value).map(([name, one]) => [`${at}.${name}`, one] as const);
  if (members.length === 0) into.set(at, Array.isArray(value) ? '[]' : '{}');
  for (const [place, one] of members) flat(one, place, into);
  return into;
}

/** What is compared: all but the number and the time, which always differ. */
function membersOf(entry: JournalEntry): Map<string, string> {
  const { method, url, operation, counterparty_guid, status, reason, error, ms, claims, request, response } =
    entry;
  const members = new Map<string, string>();
  const facts = { method, url, operation, counterparty_guid, status, reason, error, ms: Math.round(ms) };
  for (const [name, value] of Object.entries(facts)) flat(value, name, members);
  for (const [name, value] of Object.entries(claims ?? {})) flat(value, `claims.${name}`, members);
  for (const [side, { headers, body }] of [
    ['request', request],
    ['response', response],
  ] as const) {
    for (const [name, value] of Object.entries(headers)) flat(value, `${side}.headers.${name}`, members);
    if (body !== null) flat(body, `${side}.body`, members);
  }
  return members;
}

/** In which members two exchanges differ: in the order of the first one, then what only the other one has. */
export function entryDifferences(one: JournalEntry, other: JournalEntry): Difference[] {
  const [first, second] = [membersOf(one), membersOf(other)];
  return [...new Set([...first.keys(), ...second.keys()])]
    .map((at) => ({ at, one: first.get(at), other: second.get(at) }))
    .filter((difference) => difference.one !== difference.other)
    .slice(0, mostDifferences);
}
