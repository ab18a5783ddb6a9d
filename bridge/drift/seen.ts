import type { DriftPlace } from '../../contract/drift.js';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import type { RecordedExchange } from '../../contract/recording.js';
import type { Recording } from './read.js';

/** An exchange with what is known of it. */
export interface Seen {
  readonly exchange: RecordedExchange;
  /** Its operation, if it is a request of the bank that the contract knows. */
  readonly operation: Operation | undefined;
  /** When it began and ended, in milliseconds. */
  readonly began: number;
  readonly ended: number;
  /** Its place in the order in which exchanges ended. */
  readonly index: number;
  /** Whether requests of DCM were recorded as well. */
  readonly both: boolean;
  /** Requests of DCM that it caused, in the order in which they were sent. */
  readonly effects: readonly Seen[];
  readonly place: DriftPlace;
}

const declared: Readonly<Record<string, Operation>> = operations;

/** Parts of one recording have the same begin, and their exchanges count on. */
const runOf = ({ run }: Recording): string => `${run.begun} ${run.upstream} ${run.bank}`;

/** All exchanges of some recordings, in the order in which they ended, each with what it caused. */
export function seenIn(recordings: readonly Recording[]): readonly Seen[] {
  const ordered = recordings.toSorted((a, b) => compare(runOf(a), runOf(b)) || a.run.part - b.run.part);
  const effects = new Map<string, Seen[]>();
  const all: Seen[] = [];
  for (const recording of ordered) {
    const run = runOf(recording);
    const of = (seq: number): Seen[] => {
      const key = `${run} ${seq}`;
      const known = effects.get(key) ?? [];
      effects.set(key, known);
      return known;
    };
    for (const exchange of recording.exchanges) {
      const began = Date.parse(exchange.at);
      const seen: Seen = {
        exchange,
        operation: exchange.direction === 'in' ? declared[exchange.operation] : undefined,
        began,
        ended: began + exchange.ms,
        index: all.length,
        both: recording.run.bank !== '',
        effects: of(exchange.seq),
        place: { recording: recording.name, seq: exchange.seq, operation: exchange.operation },
      };
      all.push(seen);
      if (exchange.direction === 'out' && exchange.cause !== 0) of(exchange.cause).push(seen);
    }
  }
  for (const caused of effects.values()) caused.sort((a, b) => a.exchange.seq - b.exchange.seq);
  return all;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether DCM did what it was asked to. */
export const isServed = ({ exchange: { status } }: Seen): boolean => status >= 200 && status < 300;

export const isRefused = ({ exchange: { status } }: Seen): boolean => status >= 400 && status < 500;

/** Served requests of the bank for some operations. */
export const served = (all: readonly Seen[], ...ids: readonly string[]): readonly Seen[] =>
  all.filter((seen) => seen.operation && ids.includes(seen.operation.id) && isServed(seen));

export const responseOf = ({ exchange }: Seen): unknown => exchange.response.body;
export const requestOf = ({ exchange }: Seen): unknown => exchange.request.body;

type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of an object, undefined if there is none. */
export const member = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

/** Whether a text is a mark instead of what was sent: a secret, or what was cut. */
export const isMark = (value: unknown): boolean =>
  typeof value === 'string' && /^\[(?:redacted|not kept|not shown|not read|…)/.test(value);

/** Items by what they have in common, in the order in which it first occurred. */
export function groupedBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), group);
    group.push(item);
  }
  return groups;
}
