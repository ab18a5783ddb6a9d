import { createHash } from 'node:crypto';
import type { Shortened } from '../../contract/control/journal.js';
import { sizeOf } from '../domain/size.js';

/** Large bodies are shortened: the same members, with lists and strings cut, and each cut says so. */

/** Bytes of memory that a body may take without being shortened. */
export const longestBody = 32 * 1024;

/** How a body is cut: first a little, then more, until nothing of it is kept. */
const cuts = [
  { texts: 1000, items: 20, members: 200 },
  { texts: 100, items: 3, members: 40 },
] as const;

/** An object with a longer member name is not kept. */
const longestName = 200;
/** As in redaction: anything deeper is not shown. */
const deepest = 40;

type Cut = (typeof cuts)[number];

/** A string of at most that many characters that says what is left out; a copy, so that the whole can be freed. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = Buffer.from(text.slice(0, most)).toString();
  return `${kept}[… ${text.length - most} more characters]`;
}

/** No single member is left out: whether it is a secret may depend on those beside it. */
function cutValue(value: unknown, cut: Cut, depth = 0): unknown {
  if (typeof value === 'string') return cutText(value, cut.texts);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === deepest) return '[not kept: nested too deeply]';
  if (Array.isArray(value)) {
    const items = value.slice(0, cut.items).map((item) => cutValue(item, cut, depth + 1));
    const left = value.length - items.length;
    return left > 0 ? [...items, `[… ${left} more items]`] : items;
  }
  const members = Object.entries(value);
  if (members.length > cut.members || members.some(([name]) => name.length > longestName)) {
    return `[not kept: an object of ${members.length} members]`;
  }
  return Object.fromEntries(members.map(([name, one]) => [name, cutValue(one, cut, depth + 1)]));
}

/** What is kept of a body, before redaction; `shortened` has the length and hash of the whole. */
export interface KeptBody {
  readonly body: unknown;
  readonly shortened?: Shortened;
}

/** @param wire the body as it was sent; without it the hash is that of the body as JSON */
export function shorten(body: unknown, wire?: string | Uint8Array): KeptBody {
  if (sizeOf(body, longestBody) <= longestBody) return { body };
  const whole = wire ?? textOf(body);
  const shortened = {
    length: typeof whole === 'string' ? Buffer.byteLength(whole) : whole.byteLength,
    sha256: createHash('sha256').update(whole).digest('hex'),
  };
  for (const cut of cuts) {
    const short = cutValue(body, cut);
    if (sizeOf(short, longestBody) <= longestBody) return { body: short, shortened };
  }
  return { body: `[not kept: ${shortened.length} bytes]`, shortened };
}

function textOf(body: unknown): string {
  try {
    return JSON.stringify(body) ?? '';
  } catch {
    // Nested so deeply that it can only be kept as a mark.
    return '';
  }
}
