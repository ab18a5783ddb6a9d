import type { Language } from '../../../contract/texts/language.js';
import { english } from './english.js';
import type { ManualTexts } from './texts.js';
import { ukrainian } from './ukrainian.js';

const all: Readonly<Record<Language, ManualTexts>> = { en: english, uk: ukrainian };

export const manualTexts = (language: Language): ManualTexts => all[language];
