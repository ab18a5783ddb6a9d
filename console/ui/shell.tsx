import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { after } from '../browser.js';
import { announcement } from '../state/announce.js';
import { bilingual, type Language, language, useLanguage, useText } from '../state/language.js';
import { useSignal } from '../state/signal.js';
import { theme, themes } from '../state/theme.js';
import { Link } from './link.js';

const texts = bilingual(
  {
    skip: 'Skip to the content',
    pages: 'Pages',
    menu: 'Menu',
    language: 'Language',
    theme: 'Theme',
    system: 'System',
    light: 'Light',
    dark: 'Dark',
  },
  {
    skip: 'Перейти до вмісту',
    pages: 'Сторінки',
    menu: 'Меню',
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

export interface NavItem {
  readonly to: string;
  readonly title: string;
  readonly current: boolean;
  /** A page of another site of the mock. */
  readonly outside?: boolean;
}

interface ShellProps {
  readonly brand: string;
  readonly home: string;
  readonly nav: readonly (readonly NavItem[])[];
  /** Content that is always visible. */
  readonly status?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of every page. */
export function Shell({ brand, home, nav, status, children }: ShellProps) {
  const t = useText(texts);
  const [open, setOpen] = useState(false);
  const here = nav.flat().find((navItem) => navItem.current)?.to;
  // Going to another page closes the menu.
  useEffect(() => setOpen(false), [here]);
  return (
    <div class="shell">
      <a class="skip" href="#content">
        {t.skip}
      </a>
      <header class="top">
        <Link class="brand" to={home}>
          <span class="logo" aria-hidden="true" />
          {brand}
        </Link>
        <div class="status">{status}</div>
        <div class="switches">
          <Switches />
        </div>
        {nav.length > 0 && (
          <button
            type="button"
            class="menu"
            aria-expanded={open}
            aria-controls="pages"
            onClick={() => setOpen(!open)}
          >
            {t.menu}
          </button>
        )}
      </header>
      {nav.length > 0 && (
        <nav id="pages" class={open ? 'open' : undefined} aria-label={t.pages}>
          {nav.map((group) => (
            <ul key={group[0]?.to}>
              {group.map(({ to, title, current, outside = false }) => (
                <li key={to}>
                  {outside ? (
                    <a href={to}>{title}</a>
                  ) : (
                    <Link to={to} current={current}>
                      {title}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          ))}
        </nav>
      )}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Announcer />
    </div>
  );
}

function Switches() {
  const t = useText(texts);
  const inUse = useLanguage();
  const dressed = useSignal(theme);
  return (
    <>
      <select
        aria-label={t.language}
        value={inUse}
        onChange={(event) => language.set(event.currentTarget.value as Language)}
      >
        {languageNames.map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={t.theme}
        value={dressed}
        onChange={(event) =>
          theme.set(themes.find((theme) => theme === event.currentTarget.value) ?? 'system')
        }
      >
        {themes.map((theme) => (
          <option key={theme} value={theme}>
            {t[theme]}
          </option>
        ))}
      </select>
    </>
  );
}

/** Milliseconds for which an announcement is visible. */
const shownMs = 5000;

function Announcer() {
  const said = useSignal(announcement);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (said.text === '') return undefined;
    setShown(true);
    return after(shownMs, () => setShown(false));
  }, [said]);
  return (
    <div class={shown ? 'announcer shown' : 'announcer'} role="status" aria-live="polite">
      {said.text}
    </div>
  );
}
