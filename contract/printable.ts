/**
 * Everything foreign that is printed goes through here: what a bank, its test hook, a program or a file said. A
 * terminal takes escape sequences for commands (OSC 52 writes to the clipboard), a reader takes reversed text for what
 * it is not, and CI systems take lines for commands (`::error::`, `##[error]`, `##vso[`, `##teamcity[`).
 */

/** Characters of one line that are printed. */
const longest = 20_000;

/** Control characters, format characters (those that turn the direction of text among them), separators of lines, halves of pairs. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return named[character] ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`);
}

/** Foreign text as one line that means nothing to a terminal or a CI system, cut when it is very long. */
export function printable(text: string, most = longest): string {
  const cut = text.length > most ? `${text.slice(0, most)}… (${text.length} characters)` : text;
  return cut
    .replaceAll(unprintable, shown)
    .replaceAll(/(^|\s)::(?=[a-z])/gi, '$1\\::')
    .replaceAll(/##(?=\[|vso\[|teamcity\[)/gi, '#\\#');
}

/** The same for text whose lines are meant. */
export const printableLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => printable(line))
    .join('\n');

/** A copy of JSON-like data in which every text, names included, can be printed. */
export function printableTree<Value>(value: Value): Value {
  const copy = (one: unknown): unknown => {
    if (typeof one === 'string') return printableLines(one);
    if (Array.isArray(one)) return one.map(copy);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, member]) => [printable(name), copy(member)]));
  };
  return copy(value) as Value;
}
