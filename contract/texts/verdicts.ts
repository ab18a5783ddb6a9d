import type { Verdict } from '../verdict.js';
import type { Bilingual } from './language.js';

/** The names of verdicts in reports and in the console. */
export const verdictWords: Bilingual<Readonly<Record<Verdict, string>>> = {
  en: {
    'not-applicable': 'not applicable',
    simulated: 'simulated',
    passed: 'passed',
    warned: 'warned',
    waived: 'waived',
    'not-run': 'not run',
    'not-verified': 'not verified',
    failed: 'failed',
    error: 'error',
  },
  uk: {
    'not-applicable': 'не стосується',
    simulated: 'імітовано',
    passed: 'пройдено',
    warned: 'зауваження',
    waived: 'виняток',
    'not-run': 'не запускали',
    'not-verified': 'не перевірено',
    failed: 'не пройдено',
    error: 'помилка',
  },
};
