import { bilingual } from '../../contract/texts/language.js';
import { verdictWords } from '../../contract/texts/verdicts.js';
import type { RunVerdict, Verdict } from '../../contract/verdict.js';

type Names = Readonly<Record<Verdict | RunVerdict, string>>;

const en: Names = {
  ...verdictWords.en,
  conformant: 'conformant',
  'conformant-with-waivers': 'conformant with waivers',
  'service-conformant': 'service conformant',
  'non-standard': 'non-standard',
  partial: 'partial',
  'not-conformant': 'not conformant',
};

const uk: Names = {
  ...verdictWords.uk,
  conformant: 'відповідає',
  'conformant-with-waivers': 'відповідає з винятками',
  'service-conformant': 'сервіс відповідає',
  'non-standard': 'нестандартно',
  partial: 'частково',
  'not-conformant': 'не відповідає',
};

/** Verdicts in the reader's language. */
export const verdictNames = bilingual(en, uk);
