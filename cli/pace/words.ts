import { bilingual, type Language } from '../../contract/texts/language.js';
import type { Estimate } from './estimate.js';

const units = { en: { ms: 'ms', s: 's', min: 'min' }, uk: { ms: 'мс', s: 'с', min: 'хв' } } as const;

/** An estimate is not more precise than this: `about 40 s`, `about 3 min`. */
function roughly(ms: number, language: Language): string {
  const { s, min } = units[language];
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 90 ? `${seconds} ${s}` : `${Math.round(seconds / 60)} ${min}`;
}

function took(milliseconds: number, language: Language): string {
  const { ms, s } = units[language];
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ${ms}`;
  const seconds = (milliseconds / 1000).toFixed(1);
  return `${language === 'uk' ? seconds.replace('.', ',') : seconds} ${s}`;
}

/** How long the rest of the run takes. */
export const paceWords = bilingual(
  {
    left: ({ leftMs, questionMs, actMs }: Estimate) =>
      `about ${roughly(leftMs, 'en')} left at the bank's pace: ${took(questionMs, 'en')} per request, ${took(actMs, 'en')} per act`,
  },
  {
    left: ({ leftMs, questionMs, actMs }) =>
      `залишилося близько ${roughly(leftMs, 'uk')}, якщо банк не змінить темпу: ${took(questionMs, 'uk')} на запит, ${took(actMs, 'uk')} на дію`,
  },
);
