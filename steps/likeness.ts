import { inOtherCase } from '../contract/other-case.js';

/** Texts that are nearly a given one, as a login or an external id may be nearly that of somebody else. */

const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
};

/** Printable ASCII in the wide form that East Asian fonts have for it. */
const wide = (text: string): string =>
  text.replace(/[!-~]/, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

interface Likeness {
  /** How it differs from the known one. */
  readonly says: string;
  readonly of: (text: string) => string;
}

const parts: readonly Likeness[] = [
  { says: 'without its last character', of: (text) => text.slice(0, -1) },
  { says: 'without its first character', of: (text) => text.slice(1) },
  { says: 'with a character more', of: (text) => `${text}0` },
  { says: 'with % for its last character', of: (text) => `${text.slice(0, -1)}%` },
  { says: 'with * for its last character', of: (text) => `${text.slice(0, -1)}*` },
];

const padded: readonly Likeness[] = [
  { says: 'with a space after it', of: (text) => `${text} ` },
  { says: 'with a space before it', of: (text) => ` ${text}` },
  { says: 'with a new line after it', of: (text) => `${text}\n` },
  { says: 'with a zero before it', of: (text) => `0${text}` },
];

const letters: readonly Likeness[] = [
  { says: 'with a letter in its wide form', of: wide },
  {
    says: 'with a Cyrillic letter that looks the same',
    of: (text) => text.replace(/[aceiopxy]/, (letter) => lookAlikes[letter] ?? letter),
  },
  { says: 'with an accent on its last character', of: (text) => `${text}\u0301` },
];

const inAnotherCase: Likeness = { says: 'in another case', of: inOtherCase };

/** Likenesses of logins and of external ids that one scenario is about, by its words. */
export const likenesses = {
  'a part of a known one, or more': { logins: parts, externalIds: parts },
  'a known one with something before or after it': { logins: padded, externalIds: padded },
  // Whether logins have a case is a scenario of its own.
  'a known one in other letters': { logins: letters, externalIds: [inAnotherCase, ...letters] },
} as const;

export type Likenesses = keyof typeof likenesses;

/** What is nearly a text, without the text itself: one that has no letters has no other case. */
export const nearly = (
  text: string,
  all: readonly Likeness[],
): { readonly says: string; readonly text: string }[] =>
  all
    .map(({ says, of }) => ({ says, text: of(text) }))
    .filter((like) => like.text !== text && like.text !== '');
