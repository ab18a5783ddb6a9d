/**
 * Everything foreign that is printed goes through here: what a bank, its test hook, a program or a file said. A
 * terminal takes escape sequences for commands (OSC 52 writes to the clipboard), a reader takes reversed text for what
 * it is not, and CI systems take lines for commands (`::error::`, `##[error]`, `##vso[`, `##teamcity[`).
 */

/** Characters of one line that are printed. */
const longest = 100_000;

/** Control characters but the tab, format characters (those that turn the direction of text among them), separators of lines, halves of pairs, and what is no character. */
const unprintable = /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu;

/** Each of the few that come often is spelled once. */
const spelled = new Map<string, string>();

function shown(character: string): string {
  const known = spelled.get(character);
  if (known !== undefined) return known;
  const spelling = spell(character);
  if (spelled.size < 1000) spelled.set(character, spelling);
  return spelling;
}

function spell(character: string): string {
  if (character === '\n') return '\\n';
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}

/** Lines that a CI system would take for commands are none any more. */
export const withoutCommands = (text: string): string =>
  text.replaceAll(/(^|\s)::(?=[a-z])/gi, '$1\\::').replaceAll(/##(?=\[|vso\[|teamcity\[)/gi, '#\\#');

/** Foreign text as one line that means nothing to a terminal or a CI system, cut when it is very long. */
export function printable(text: string, most = longest): string {
  const cut = text.length > most ? `${text.slice(0, most)}… (${text.length} characters)` : text;
  return withoutCommands(cut.replaceAll(unprintable, shown));
}

/** The same for text whose lines are meant. */
export const printableLines = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => (line === '' ? line : printable(line)))
    .join('\n');
