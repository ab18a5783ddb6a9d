import { createHash } from 'node:crypto';

/**
 * Strings as PostgreSQL can hold and compare them. The engines order strings by their UTF-16 code units; in the
 * collation "C", PostgreSQL orders by bytes of UTF-8, and a text has neither U+0000 nor halves of a character.
 */

// Everything except U+0002 to U+D7FF, which both sides order alike and hold as it is.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that matter
const unlike = /[^\u0002-\ud7ff]/g;

/** Above every character that stays as it is, in the order of the code units. */
const plane = 0xf_00_00;

function comparable(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code > 1) return String.fromCodePoint(plane + code);
  return code === 0 ? '\u0001\u0001' : '\u0001\u0002';
}

/** Another string for each string, in the same order. */
export const ordered = (text: string): string => text.replaceAll(unlike, comparable);

/** Characters of a position in a list that count; an entry of an index has at most 2,704 bytes. */
const mostOfPosition = 400;

/** A position in a list. Strings that are alike in their first 400 characters are at the same one. */
export const positioned = (text: string): string => ordered(text.slice(0, mostOfPosition));

/** Characters of a key that is stored as it is. */
const mostOfKey = 100;

/** A key of a row or of an index, which is only compared for equality; of a long one, its SHA-256. */
export const keyed = (text: string): string =>
  text.length <= mostOfKey
    ? ordered(text)
    : `sha256 ${createHash('sha256').update(text, 'utf16le').digest('hex')}`;
