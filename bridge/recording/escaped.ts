import type { Mark } from '../../contract/redact.js';

/** Programs differ in what they percent-encode, and in the case of its digits: a secret is found in each of these forms. */

const inEitherCase = (hex: string): string =>
  hex.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

const literal = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|]/, String.raw`\$&`);

/** One character of a secret, as it is or encoded. */
function anyForm(character: string): string {
  const bytes = [...Buffer.from(character)].map(
    (byte) => `%${inEitherCase(byte.toString(16).padStart(2, '0'))}`,
  );
  return `(?:${[literal(character), bytes.join(''), ...(character === ' ' ? [String.raw`\+`] : [])].join('|')})`;
}

const patternOf = (secret: string): RegExp => new RegExp([...secret].map(anyForm).join(''), 'g');

const decoded = (text: string): string =>
  text.replaceAll(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());

/**
 * A text, such as a URL, without these secrets, whichever of their characters are percent-encoded.
 * @param hide hides them where nothing is encoded
 */
export function withoutEscaped(
  text: string,
  secrets: readonly string[],
  { hide, mark }: { readonly hide: (text: string) => string; readonly mark: Mark },
): string {
  if (!text.includes('%')) return text;
  // Most texts hold none; looking for each secret would take long.
  const read = [decoded(text), decoded(text.replaceAll('+', ' '))];
  if (read.every((one) => hide(one) === one)) return text;
  return secrets.reduce((rest, secret) => rest.replaceAll(patternOf(secret), () => mark(secret)), text);
}
