import { printable } from '../../contract/printable.js';
import type { About, DoctorTexts } from './texts/index.js';

/**
 * One finding of the doctor. `blocked` makes a run meaningless (exit code 2); `advice` is a right answer that the bank
 * does not give yet, and a check of the run later.
 */
export interface DoctorLine {
  readonly state: 'ok' | 'advice' | 'blocked';
  readonly about: About;
  readonly text: string;
  /** A command with which to see it; empty when there is nothing to see. */
  readonly see: string;
}

export const ok = (about: About, text: string): DoctorLine => ({ state: 'ok', about, text, see: '' });
export const advice = (about: About, text: string, see = ''): DoctorLine => ({
  state: 'advice',
  about,
  text,
  see,
});
export const blocked = (about: About, text: string, see = ''): DoctorLine => ({
  state: 'blocked',
  about,
  text,
  see,
});

/** Characters of one line of the doctor. */
const longest = 1000;

const marks = { ok: '✓', advice: '!', blocked: '✗' } as const;

export const printLine = ({ state, about, text, see }: DoctorLine, texts: DoctorTexts): string =>
  `${marks[state]} ${texts.about[about].padEnd(12)} ${printable(text, longest)}${see ? `\n${' '.repeat(15)}${texts.see}: ${printable(see, longest)}` : ''}`;
