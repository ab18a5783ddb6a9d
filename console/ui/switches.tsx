import { bilingual, type Language, language, useLanguage, useText } from '../state/language.js';
import { useSignal } from '../state/signal.js';
import { theme, themes } from '../state/theme.js';
import { Menu } from './menu.js';

const texts = bilingual(
  { language: 'Language', theme: 'Theme', system: 'System', light: 'Light', dark: 'Dark' },
  {
    language: 'Мова',
    theme: 'Тема',
    system: 'Системна тема',
    light: 'Світла тема',
    dark: 'Темна тема',
  },
);

/** Names of the languages, each in its own. */
const languageNames: readonly (readonly [Language, string])[] = [
  ['uk', 'Українська'],
  ['en', 'English'],
];

/** Language and theme. */
export function Switches() {
  const t = useText(texts);
  const inUse = useLanguage();
  const dressed = useSignal(theme);
  return (
    <>
      <Menu
        label={t.language}
        icon="language"
        kind="one"
        items={languageNames.map(([code, title]) => ({
          title,
          lang: code,
          checked: code === inUse,
          choose: () => language.set(code),
        }))}
      />
      <Menu
        label={t.theme}
        icon={dressed}
        kind="one"
        items={themes.map((name) => ({
          title: t[name],
          checked: name === dressed,
          choose: () => theme.set(name),
        }))}
      />
    </>
  );
}
