import type { Language } from '../../../contract/texts/language.js';
import { english } from './english.js';
import type { DoctorTexts } from './texts.js';
import { ukrainian } from './ukrainian.js';

const all: Readonly<Record<Language, DoctorTexts>> = { en: english, uk: ukrainian };

export const doctorTexts = (language: Language): DoctorTexts => all[language];
