import { parseSource } from '../provenance.js';
import { bilingual, type Language } from '../texts/language.js';
import { findRule } from './index.js';

const phrases = bilingual(
  {
    assumed:
      'The documentation available to us does not state this requirement: it is an assumption of this project.',
    silent: (unknown: string) => `The documentation available to us leaves the details open (${unknown}).`,
    options: (names: string) =>
      `You can select other readings with profile options: ${names}; see docs/options.md.`,
    noOption: 'See docs/fidelity.md, check the page itself, and ask DCM.',
  },
  {
    assumed: 'У доступній нам документації цієї вимоги немає: це припущення нашого проєкту.',
    silent: (unknown) => `Доступна нам документація не визначає подробиць (${unknown}).`,
    options: (names) => `Інші тлумачення можна вибрати параметрами профілю: ${names}; див. docs/options.md.`,
    noOption: 'Див. docs/fidelity.md, перевірте саму сторінку і запитайте в DCM.',
  },
);

/** How far a failure of this rule depends on an undocumented reading, and which option changes it; empty if it does not. */
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
