import { anyOf, shortestSought } from './any-of.js';
import { percentDecoded } from './percent.js';

/** Finds secrets that are known by their value in what must not have them, in whatever form they travel. */

/** An answer as it came; headers one a line. */
export interface ResponseText {
  /** JSON, or a text that is none. */
  readonly body: unknown;
  readonly headers: string;
}

/** Inside a longer text only what cannot stand there by chance: long, and no plain word. */
const isTelling = (secret: string): boolean => secret.length >= shortestSought && !/^[a-z]+$/i.test(secret);

/** Characters of the shortest text that says anything else when it is decoded: one percent-encoded character. */
const shortestEncoded = 3;
/** Text that may be base64, standard or URL-safe. */
const encoded = /[A-Za-z0-9+/_-]{8,}={0,2}/g;
/** Text that may be hexadecimal. */
const hexadecimal = /(?:[0-9a-f]{2}){8,}/gi;

/** A text, and what it says to whoever decodes it or a part of it. */
function* readings(text: string): Iterable<string> {
  yield text;
  // Of an answer of a hundred thousand short lines each would cost two searches that find nothing.
  if (text.length < shortestEncoded) return;
  if (text.includes('%')) yield percentDecoded(text) ?? '';
  for (const [part] of text.matchAll(encoded)) yield Buffer.from(part, 'base64').toString();
  for (const [part] of text.matchAll(hexadecimal)) yield Buffer.from(part, 'hex').toString();
}

/** Every text of a JSON value, names of members and numbers included. */
function* textsOf(value: unknown): Iterable<string> {
  if (typeof value === 'string' || typeof value === 'number') yield String(value);
  else if (Array.isArray(value)) for (const item of value) yield* textsOf(item);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) {
      yield name;
      yield* textsOf(one);
    }
}

function* textsOfAnswer({ body, headers }: ResponseText): Iterable<string> {
  yield* textsOf(body);
  for (const line of headers.split('\n')) yield line.slice(line.indexOf(':') + 1).trim();
}

/**
 * Whether an answer tells a secret: as a value, inside a longer text, or encoded, in the body at any depth or in a
 * header. What the question itself said (`asked`: login, external id, subject) is no secret, though some bank may
 * take it for one.
 */
export function tellsSecret(
  response: ResponseText,
  secrets: Iterable<string>,
  asked: readonly string[] = [],
): boolean {
  const known = new Set(secrets);
  for (const item of known) if (item === '' || asked.some((text) => text.includes(item))) known.delete(item);
  if (known.size === 0) return false;
  const holdsOne = anyOf([...known].filter(isTelling));
  for (const text of textsOfAnswer(response))
    for (const reading of readings(text)) if (known.has(reading) || holdsOne(reading)) return true;
  return false;
}

/** Whether a member `key` with a text stands anywhere in a JSON value. */
export function hasKey(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasKey);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([name, one]) => (name === 'key' && typeof one === 'string' && one !== '') || hasKey(one),
  );
}
