import type { Drift, DriftPlace, DriftQuestion, DriftWeight, QuestionVerdict } from '../../contract/drift.js';
import { readingId } from '../../contract/readings/index.js';
import type { Language } from '../../contract/texts/language.js';
import type { Tone } from '../marks.js';
import type { DriftTexts } from './texts.js';

/** What the page and the terminal say in the same words. */

/** What every part of the page needs. */
export interface DriftPage {
  readonly drift: Drift;
  readonly texts: DriftTexts;
  readonly lang: Language;
}

export const driftTones: Readonly<Record<QuestionVerdict, Tone>> = {
  contradicted: 'bad',
  confirmed: 'good',
  'not-seen': 'quiet',
};

export const driftMarks: Readonly<Record<QuestionVerdict, string>> = {
  contradicted: '✗',
  confirmed: '✓',
  'not-seen': '·',
};

export const weightTones: Readonly<Record<DriftWeight, Tone>> = {
  breaks: 'bad',
  behaves: 'warn',
  looks: 'info',
};

/** The exchange by which something is found again: `#12 listAccounts`, with its file if there are several. */
export function placeText({ recording, seq, operation }: DriftPlace, { recordings }: Drift): string {
  const file = recordings.length > 1 ? `${recording} ` : '';
  return `${file}#${seq} ${operation}`;
}

/** `U-26 object`, or the name of the reading alone. */
export const readingName = ({ unknown }: DriftQuestion, name: string): string =>
  readingId({ unknown }, { name });

export const questionsWith = ({ questions }: Drift, verdict: QuestionVerdict): readonly DriftQuestion[] =>
  questions.filter((question) => question.verdict === verdict);

/** Lifetimes of tokens: `60`, `60..1200`, nothing without tokens. */
export const lifetimeText = (
  lifetime: Drift['operations'][number]['calls'][number]['lifetime_s'],
): string => {
  if (lifetime === null) return '';
  const { least, most } = lifetime;
  return least === most ? String(least) : `${least}..${most}`;
};

/** What the verdict means; a recording that shows nothing agrees with nothing. */
export function saysOf(drift: Drift, texts: DriftPage['texts']): string {
  if (drift.exit_code === 1) return texts.says[1];
  return questionsWith(drift, 'confirmed').length === 0 ? texts.nothingSeen : texts.says[0];
}
