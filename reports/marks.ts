import type { RunVerdict, Verdict } from '../contract/verdict.js';

/** What a verdict feels like; printers turn it into a color, never into the only sign of a verdict. */
export type Tone = 'good' | 'info' | 'warn' | 'doubt' | 'bad' | 'quiet';

/** One character per verdict, all different, so that they can be told apart without color. */
export const marks: Readonly<Record<Verdict, string>> = {
  'not-applicable': '–',
  simulated: '◇',
  passed: '✓',
  warned: '!',
  waived: '~',
  'not-run': '·',
  'not-verified': '?',
  failed: '✗',
  error: '↯',
};

export const tones: Readonly<Record<Verdict, Tone>> = {
  'not-applicable': 'quiet',
  simulated: 'info',
  passed: 'good',
  warned: 'warn',
  waived: 'warn',
  'not-run': 'quiet',
  'not-verified': 'doubt',
  failed: 'bad',
  error: 'bad',
};

/** Of the run. Only `conformant` is plainly good: the other verdicts with exit code 0 come with a reservation. */
export const runTones: Readonly<Record<RunVerdict, Tone>> = {
  conformant: 'good',
  'conformant-with-waivers': 'warn',
  'service-conformant': 'info',
  'non-standard': 'warn',
  partial: 'info',
  'not-conformant': 'bad',
  'not-verified': 'doubt',
  error: 'bad',
};

export const runMarks: Readonly<Record<RunVerdict, string>> = {
  conformant: '✓',
  'conformant-with-waivers': '~',
  'service-conformant': '◇',
  'non-standard': '!',
  partial: '·',
  'not-conformant': '✗',
  'not-verified': '?',
  error: '↯',
};
