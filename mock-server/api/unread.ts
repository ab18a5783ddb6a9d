import { requireLegible, requireLegibleForm, textOf } from './legible.js';

/**
 * The body of a request that was refused before its body was read, for the journal; undefined for one that has no
 * members by whose names its secrets could be found.
 */
export function bodyOfUnread(contentType: string, raw: Buffer): object | undefined {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  try {
    const text = textOf(raw);
    if (type === 'application/x-www-form-urlencoded') {
      requireLegibleForm(text);
      return Object.fromEntries(new URLSearchParams(text));
    }
    if (type !== 'application/json') return undefined;
    const body: unknown = JSON.parse(text);
    requireLegible(body);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    // It would have been refused for this, too.
    return undefined;
  }
}
