import type { Language } from '../../contract/texts/language.js';
import { verdictWords } from '../../contract/texts/verdicts.js';
import { consoleTexts } from './console.js';
import { countTexts } from './counts.js';
import { fieldTexts } from './fields.js';
import { pageTexts } from './page.js';
import { runVerdictTexts } from './run-verdicts.js';

/** All texts of a report that do not come from the result. */
export const textsOf = (lang: Language) => ({
  lang,
  verdicts: verdictWords[lang],
  runVerdicts: runVerdictTexts[lang],
  ...countTexts[lang],
  ...fieldTexts[lang],
  ...pageTexts[lang],
  console: consoleTexts[lang],
});

export type Texts = ReturnType<typeof textsOf>;
export type SectionName = keyof Texts['sections'];
