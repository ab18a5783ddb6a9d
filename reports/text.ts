import { printableLines } from '../contract/printable.js';

/**
 * Texts of a result come from the wire: a bank's answer may hold terminal escapes, markup or anything else.
 * Every printer passes them through `visible` before it does its own escaping.
 */

/** The text with everything that does not print spelled out, e.g. `\x1b`; newlines and tabs stay. */
export const visible = printableLines;

/** The text on one line, runs of white space made one space. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** At most `max` characters; what was cut is shown by an ellipsis. */
export function clip(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, Math.max(0, max - 1)).join('')}…`;
}

/** Half of a character that takes two units of a string. */
const surrogate = /[\ud800-\udfff]/;

/** Lines of at most `width` characters, broken at spaces where there are any. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  /** Characters of the line. */
  let taken = 0;
  for (const word of oneLine(text).split(' ')) {
    const size = word.length <= width && !surrogate.test(word) ? word.length : [...word].length;
    if (line !== '' && taken + 1 + size > width) {
      lines.push(line);
      line = '';
    }
    const cut = size > width ? Math.floor((size - 1) / width) * width : 0;
    const characters = cut > 0 ? [...word] : [];
    for (let from = 0; from < cut; from += width) lines.push(characters.slice(from, from + width).join(''));
    const rest = cut > 0 ? characters.slice(cut).join('') : word;
    taken = size - cut + (line === '' ? 0 : taken + 1);
    line = line === '' ? rest : `${line} ${rest}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** `1 scenario`, `2 scenarios`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Milliseconds for people: `12 ms`, `3.4 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
