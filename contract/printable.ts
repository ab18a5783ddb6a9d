/**
 * Everything foreign goes through here before it is printed: what a bank, its test hook, a program or a file said. A
 * terminal executes escape sequences (OSC 52 writes to the clipboard), reversed text misleads a reader, and CI
 * systems execute lines (`::error::`, `##[error]`, `##vso[`, `##teamcity[`).
 */

/** Characters of one line that are printed. */
const longest = 100_000;

/**
 * Control characters except the tab, format characters (including those that change the direction of text), line
 * separators, lone surrogates, and noncharacters.
 */
const unprintable = /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu;

/** The few frequent ones are spelled out. */
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

/** Defuses lines that a CI system would take for commands. */
export const withoutCommands = (text: string): string =>
  text.replaceAll(/(^|\s)::(?=[a-z])/gi, '$1\\::').replaceAll(/##(?=\[|vso\[|teamcity\[)/gi, '#\\#');

/** Foreign text as one line that means nothing to a terminal or a CI system, cut if it is very long. */
export function printable(text: string, most = longest): string {
  const cut = text.length > most ? `${text.slice(0, most)}… (${text.length} characters)` : text;
  return withoutCommands(cut.replaceAll(unprintable, shown));
}

/** The same for text with several lines. */
export const printableLines = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => (line === '' ? line : printable(line)))
    .join('\n');
