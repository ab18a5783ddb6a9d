import { withoutJwts } from './jwt-like.js';
import type { Mark } from './redact.js';

/** Keeps secrets that are known by their value out of what is shown, wherever they turn up. */

/** Shorter texts are no secrets, and would be found in anything. */
export const shortestSecret = 6;

/** Characters of a JWT's header after its beginning, at the least. */
const shortestHeader = 8;

const plainMark: Mark = () => '[redacted]';

/** Gives a copy of JSON-like data in whose texts, names included, no secret and no JWT is left. */
export function hiding(secrets: Iterable<string>, mark = plainMark): <Value>(value: Value) => Value {
  const known = [...new Set(secrets)].filter((text) => text.length >= shortestSecret);
  // A longer one first: it may hold a shorter one.
  known.sort((a, b) => b.length - a.length);
  const text = (shown: string) =>
    known.reduce(
      (rest, secret) => rest.replaceAll(secret, () => mark(secret)),
      withoutJwts(shown, mark, shortestHeader),
    );
  return (value) => withTexts(value, text);
}

/** A copy of JSON-like data in which each text, names included, is replaced by what `text` makes of it. */
export function withTexts<Value>(value: Value, text: (shown: string) => string): Value {
  const copy = (one: unknown): unknown => {
    if (typeof one === 'string') return text(one);
    if (Array.isArray(one)) return one.map(copy);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, inner]) => [text(name), copy(inner)]));
  };
  return copy(value) as Value;
}

/** The same error, in whose words, and those of its causes, no secret and no JWT is left. */
export function hidden(error: unknown, secrets: Iterable<string>): unknown {
  const hide = hiding(secrets);
  const seen = new Set<unknown>();
  for (let one = error; one instanceof Error && !seen.has(one); one = one.cause) {
    seen.add(one);
    one.message = hide(one.message);
    if (one.stack !== undefined) one.stack = hide(one.stack);
  }
  return error;
}
