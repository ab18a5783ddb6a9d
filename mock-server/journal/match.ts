import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import { isSame } from '../../contract/same.js';

/** What can be matched in an entry, by the name under which a difference is reported. */
const points = {
  direction: (entry) => entry.direction,
  operation: (entry) => entry.operation,
  counterparty_guid: (entry) => entry.counterparty_guid,
  status: (entry) => entry.status,
  cause: (entry) => entry.cause,
  reason: (entry) => entry.reason,
  request_id: (entry) => entry.request_id,
  path: (entry) => entry.url.split('?', 1)[0],
  flow: (entry) => entry.claims?.flow,
  obj: (entry) => entry.claims?.obj,
  sub: (entry) => entry.claims?.sub,
} as const satisfies Partial<Record<keyof JournalMatch, (entry: JournalEntry) => unknown>>;

const names = Object.keys(points) as (keyof typeof points)[];

interface Point {
  readonly name: string;
  readonly expected: unknown;
  readonly of: (entry: JournalEntry) => unknown;
}

const memberOf = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;

/** The points in which entries must match; `after` is not one of them. */
export const pointsOf = (match: JournalMatch): Point[] => [
  ...names
    .filter((name) => match[name] !== undefined)
    .map((name) => ({ name, expected: match[name], of: points[name] })),
  ...Object.entries(match.body ?? {}).map(([name, expected]) => ({
    name: `body.${name}`,
    expected,
    of: (entry: JournalEntry) => memberOf(entry.request.body, name),
  })),
];

export const matches = (entry: JournalEntry, wanted: readonly Point[]): boolean =>
  wanted.every(({ expected, of }) => isSame(expected, of(entry)));

const differing = (entry: JournalEntry, wanted: readonly Point[]): number =>
  wanted.reduce((count, { expected, of }) => count + (isSame(expected, of(entry)) ? 0 : 1), 0);

/** The points in which an entry differs from the match, in words; none if it matches. */
const differences = (entry: JournalEntry, wanted: readonly Point[]): string[] =>
  wanted
    .filter(({ expected, of }) => !isSame(expected, of(entry)))
    .map(
      ({ name, expected, of }) =>
        `${name}: expected ${JSON.stringify(expected)}, was ${JSON.stringify(of(entry) ?? null)}`,
    );

/** The entry that differs in the fewest points; among equals the newest. Undefined if none shares a point. */
export function createNearest(match: JournalMatch) {
  const wanted = pointsOf(match);
  const asked = Object.keys(match).length;
  let best: { readonly entry: JournalEntry; readonly count: number } | undefined;

  return {
    look(entry: JournalEntry): void {
      const count = differing(entry, wanted);
      if (!best || count <= best.count) best = { entry, count };
    },
    found: (): { entry: JournalEntry; differs: string[] } | undefined =>
      best && best.count < asked
        ? { entry: best.entry, differs: differences(best.entry, wanted) }
        : undefined,
  };
}
