/**
 * One finding of the doctor. `blocked` makes a run meaningless (exit code 2); `advice` is a right answer that the bank
 * does not give yet, and a check of the run later.
 */
export interface DoctorLine {
  readonly state: 'ok' | 'advice' | 'blocked';
  /** What was looked at: `url`, `name`, `certificate`, `clock`, `keys`, `data`, `driver`, `mock`. */
  readonly about: string;
  readonly text: string;
  /** A command with which to see it; empty when there is nothing to see. */
  readonly see: string;
}

export const ok = (about: string, text: string): DoctorLine => ({ state: 'ok', about, text, see: '' });
export const advice = (about: string, text: string, see = ''): DoctorLine => ({
  state: 'advice',
  about,
  text,
  see,
});
export const blocked = (about: string, text: string, see = ''): DoctorLine => ({
  state: 'blocked',
  about,
  text,
  see,
});

const marks = { ok: '✓', advice: '!', blocked: '✗' } as const;

export const printLine = ({ state, about, text, see }: DoctorLine): string =>
  `${marks[state]} ${about.padEnd(12)} ${text}${see ? `\n${' '.repeat(15)}see: ${see}` : ''}`;
