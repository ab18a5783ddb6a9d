import type { Language } from '../../contract/texts/language.js';
import { english } from './english.js';
import type { Texts } from './texts.js';
import { ukrainian } from './ukrainian.js';

const all: Readonly<Record<Language, Texts>> = { en: english, uk: ukrainian };

export const textsOf = (language: Language): Texts => all[language];
