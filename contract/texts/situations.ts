import type { Language } from './language.js';
import type { SituationText } from './situation-text.js';
import { absenceTexts } from './situations-absent.js';
import { answerTexts } from './situations-answer.js';

const texts = { ...absenceTexts, ...answerTexts };

export type Situation = keyof typeof texts;

export interface SituationWords {
  readonly cause: string;
  readonly fix: string;
}

/** Undefined for an unknown situation. */
export function situationWords(situation: string, language: Language): SituationWords | undefined {
  const text = (texts as Readonly<Record<string, SituationText>>)[situation];
  return text && { cause: text.cause[language], fix: text.fix[language] };
}
