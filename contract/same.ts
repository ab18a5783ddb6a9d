/**
 * Comparison of what a bank sent with what was ordered: letters of guids are the same in upper and in lower case
 * (RFC 9562, section 4), everything else is compared to the letter.
 */

const guids = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/** The same text with all guids in it in lower case. */
export const withPlainGuids = (text: string): string => text.replaceAll(guids, (guid) => guid.toLowerCase());

/** Whether two values are the same; in texts, such as a path, guids may differ in upper and lower case. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'string' || typeof other !== 'string' || one.length !== other.length) return false;
  return withPlainGuids(one) === withPlainGuids(other);
}
