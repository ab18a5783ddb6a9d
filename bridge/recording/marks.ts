import { createHmac } from 'node:crypto';
import type { Mark } from '../../contract/redact.js';

const made = /^\[redacted [0-9a-f]{8}\]$/;
/** Marks that are remembered: the same few secrets come again and again. */
const most = 1000;

/** A secret that is no text, as text. */
function textOf(secret: unknown): string {
  try {
    return typeof secret === 'string' ? secret : (JSON.stringify(secret) ?? '');
  } catch {
    // Nested too deeply; nobody compares such a thing.
    return '';
  }
}

/**
 * Marks such as `[redacted 3f9c2a71]`: the same for the same secret. The key is one of a recording and is never written, so
 * that nobody finds a secret by trying.
 */
export function createMarks(key: Uint8Array): Mark {
  const known = new Map<string, string>();
  return (secret) => {
    const text = textOf(secret);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (made.test(text)) return text;
    const mark = `[redacted ${createHmac('sha256', key).update(text).digest('hex').slice(0, 8)}]`;
    if (known.size >= most) known.clear();
    known.set(text, mark);
    return mark;
  };
}
