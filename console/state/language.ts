import { type Bilingual, bilingual, type Language, languages } from '../../contract/texts/language.js';
import { inUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { recall, remember } from './memory.js';
import { createSignal, useSignal } from './signal.js';

export { type Bilingual, bilingual, type Language };

const isLanguage = (text: string | undefined): text is Language =>
  languages.some((language) => language === text);

/** The language chosen earlier, otherwise that of the browser. */
function firstLanguage(): Language {
  const chosen = recall('localStorage', 'language');
  if (isLanguage(chosen)) return chosen;
  return navigator.language.toLowerCase().startsWith('uk') ? 'uk' : 'en';
}

export const language = createSignal<Language>(firstLanguage());

const tell = (chosen: Language) => {
  document.documentElement.lang = chosen;
};
tell(language.get());
language.watch((chosen) => {
  remember('localStorage', 'language', chosen);
  tell(chosen);
});

export const useLanguage = (): Language => useSignal(language);

/** The texts in the current language. */
export const useText = <Texts>(texts: Bilingual<Texts>): Texts => texts[useLanguage()];

/** Translates texts of the mock to the current language, if there is a translation. */
export function useSaid(): (text: string) => string {
  const chosen = useLanguage();
  return (text) => (chosen === 'uk' ? (inUkrainian(text) ?? text) : text);
}
