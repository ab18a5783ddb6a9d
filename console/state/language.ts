import { type Bilingual, bilingual, type Language, languages } from '../../contract/texts/language.js';
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

/** Translates texts of the mock; loaded with the first page in Ukrainian. */
const translation = createSignal<(text: string) => string | undefined>(() => undefined);
let asked = false;

async function loadTranslation(): Promise<void> {
  asked = true;
  try {
    translation.set((await import('../../contract/texts/said-by-dcm/index.js')).inUkrainian);
  } catch {
    // The texts stay as they are; choosing the language again tries again.
    asked = false;
  }
}

const tell = (chosen: Language) => {
  document.documentElement.lang = chosen;
  if (chosen === 'uk' && !asked) void loadTranslation();
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
  const inUkrainian = useSignal(translation);
  return (text) => (chosen === 'uk' ? (inUkrainian(text) ?? text) : text);
}
