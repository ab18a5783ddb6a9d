import type { RunVerdict, Verdict } from '../../contract/verdict.js';
import { bilingual } from '../state/language.js';

type Names = Readonly<Record<Verdict | RunVerdict, string>>;

const en: Names = {
  'not-applicable': 'not applicable',
  simulated: 'simulated',
  passed: 'passed',
  warned: 'warned',
  waived: 'waived',
  'not-run': 'not run',
  'not-verified': 'not verified',
  failed: 'failed',
  error: 'error',
  conformant: 'conformant',
  'conformant-with-waivers': 'conformant with waivers',
  'service-conformant': 'service conformant',
  'non-standard': 'non-standard',
  partial: 'partial',
  'not-conformant': 'not conformant',
};

const uk: Names = {
  'not-applicable': 'не стосується',
  simulated: 'імітовано',
  passed: 'пройдено',
  warned: 'зауваження',
  waived: 'виняток',
  'not-run': 'не запускали',
  'not-verified': 'не перевірено',
  failed: 'не пройдено',
  error: 'помилка',
  conformant: 'відповідає',
  'conformant-with-waivers': 'відповідає з винятками',
  'service-conformant': 'сервіс відповідає',
  'non-standard': 'нестандартно',
  partial: 'частково',
  'not-conformant': 'не відповідає',
};

/** Verdicts in the reader's words. */
export const verdictNames = bilingual(en, uk);
