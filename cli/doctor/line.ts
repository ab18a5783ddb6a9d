import { printable } from '../../contract/printable.js';
import type { About, DoctorTexts } from './texts/index.js';

/**
 * One line of the doctor. `blocked` would make a run meaningless (exit code 2); `advice` is about something that the
 * run checks later.
 */
export interface DoctorLine {
  readonly state: 'ok' | 'advice' | 'blocked';
  readonly about: About;
  readonly text: string;
  /** A command that shows the problem; empty if there is none. */
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

/** Maximum number of characters of a line of the doctor. */
const longest = 1000;

const marks = { ok: '✓', advice: '!', blocked: '✗' } as const;

export const printLine = ({ state, about, text, see }: DoctorLine, texts: DoctorTexts): string =>
  `${marks[state]} ${texts.about[about].padEnd(12)} ${printable(text, longest)}${see ? `\n${' '.repeat(15)}${texts.see}: ${printable(see, longest)}` : ''}`;
