import { parseSource } from '../provenance.js';
import { bilingual, type Language } from '../texts/language.js';
import { findRule } from './index.js';

const phrases = bilingual(
  {
    assumed: 'No part of the documentation that we could read says this: it is assumed by this project.',
    silent: (unknown: string) => `No part that we could read settles the details (${unknown}).`,
    options: (names: string) => `Other readings are options of the profile: ${names}; see docs/options.md.`,
    noOption: 'See docs/fidelity.md, look into the page itself, and ask DCM.',
  },
  {
    assumed: 'У прочитаній нами частині документації цієї вимоги немає: це припущення нашого проєкту.',
    silent: (unknown) => `Прочитана нами частина документації не визначає подробиць (${unknown}).`,
    options: (names) => `Інші тлумачення є параметрами профілю: ${names}; див. docs/options.md.`,
    noOption: 'Див. docs/fidelity.md, перевірте саму сторінку і запитайте в DCM.',
  },
);

/** What a failure of this rule owes to an undocumented reading, and which option changes it; empty when nothing. */
export function readingOf(rule: string, language: Language): string {
  const declared = findRule(rule);
  if (declared === undefined) return '';
  const { source, reading } = declared;
  const assumed = parseSource(source).mark === 'A';
  if (!assumed && reading === undefined) return '';
  const say = phrases[language];
  const options = reading?.options ?? [];
  return [
    assumed ? say.assumed : '',
    reading === undefined ? '' : say.silent(reading.unknown),
    options.length > 0 ? say.options(options.join(', ')) : say.noOption,
  ]
    .filter(Boolean)
    .join(' ');
}
