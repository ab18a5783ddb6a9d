import { withoutJwts } from '../contract/jwt-like.js';
import type { Result } from '../contract/result.js';

/** A place in which two results differ. */
export interface Difference {
  /** E.g. `scenarios[S07-01 bank].verdict`. */
  readonly path: string;
  /** As JSON; `(none)` when only the other result has it. */
  readonly a: string;
  readonly b: string;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Members that always differ between runs: times and durations. */
const ignored: ReadonlySet<string> = new Set(['ms', 'started_at', 'times']);

/** Texts that quote what was seen, with its times and durations; in `says` and `expected` these are requirements. */
const observed: ReadonlySet<string> = new Set(['actual', 'curl', 'exchange', 'note', 'errors', 'first']);

const port = /\b(127\.0\.0\.1|localhost|\[::1\]):\d+/g;
/** Three base64url parts too long for a host name. */
const token = /(?<![\w.-])[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}(?![\w.-])/g;
const isoTime = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?/g;
const httpTime = /\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT\b/g;
const took = /\b\d+(\.\d+)? ?(ms|milliseconds?|seconds?|s)\b/g;

function normal(text: string, member: string): string {
  const shared = withoutJwts(text.replace(port, '$1:<port>'), () => '<token>', 1).replace(token, '<token>');
  if (!observed.has(member)) return shared;
  return shared.replace(isoTime, '<time>').replace(httpTime, '<time>').replace(took, '<duration>');
}

/** The key of a list element, so that an additional element does not shift all later ones. */
function keyOf(value: Json): string | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const one = value as { readonly [key: string]: Json };
  const id = one.id ?? one.rule ?? one.step;
  if (id === undefined) return undefined;
  const scheme = typeof one.scheme === 'string' ? ` ${one.scheme}` : '';
  return `${String(id)}${scheme}`;
}

/** The elements by key, or by index if the key is missing or repeated. */
function byKey(list: readonly Json[]): Map<string, Json> {
  const keyed = new Map<string, Json>();
  list.forEach((value, index) => {
    const key = keyOf(value) ?? `${index}`;
    let name = key;
    for (let again = 2; keyed.has(name); again += 1) name = `${key} #${again}`;
    keyed.set(name, value);
  });
  return keyed;
}

function differences(a: Json | undefined, b: Json | undefined, path: string, member: string): Difference[] {
  if (Array.isArray(a) && Array.isArray(b)) {
    const [left, right] = [byKey(a), byKey(b)];
    const keys = new Set([...left.keys(), ...right.keys()]);
    return [...keys].flatMap((key) => differences(left.get(key), right.get(key), `${path}[${key}]`, member));
  }
  if (isObject(a) && isObject(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys]
      .filter((key) => !ignored.has(key))
      .flatMap((key) => differences(a[key], b[key], path === '' ? key : `${path}.${key}`, key));
  }
  const [left, right] = [print(a, member), print(b, member)];
  return left === right ? [] : [{ path, a: left, b: right }];
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function print(value: Json | undefined, member: string): string {
  if (value === undefined) return '(none)';
  return JSON.stringify(typeof value === 'string' ? normal(value, member) : value);
}

/**
 * The differences between two results; empty when they agree. Two runs with the same seed and keys agree in everything but
 * durations, signatures and times, therefore:
 *
 * - `ms`, `times` and `started_at` are not compared; `versions`, `profile` and `seed` are;
 * - in every text, ports of loopback addresses and anything like a JWT count as equal;
 * - in texts that quote what was seen (`actual`, `curl`, `exchange`, `note`, `errors`, `first`), so do times and durations.
 *
 * Scenarios are matched by id and scheme, rules and findings by rule, steps by number; their order does not count.
 */
export function diffResults(a: Result, b: Result): Difference[] {
  return differences(asJson(a), asJson(b), '', '');
}

/** The result as stored: without what JSON cannot hold. */
function asJson(result: Result): Json {
  return JSON.parse(JSON.stringify(result)) as Json;
}
