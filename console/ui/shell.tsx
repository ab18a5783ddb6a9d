import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { after, onMac, watchHeight } from '../browser.js';
import { announcement } from '../state/announce.js';
import { overlay } from '../state/keys.js';
import { bilingual, useText } from '../state/language.js';
import { at } from '../state/place.js';
import { useSignal } from '../state/signal.js';
import { Icon } from './icon.js';
import { useKeys } from './keys.js';
import { lazily } from './lazily.js';
import { Link } from './link.js';
import type { Finder, NavItem } from './places.js';
import { Switches } from './switches.js';

const texts = bilingual(
  {
    skip: 'Skip to the content',
    pages: 'Pages',
    menu: 'Menu',
    find: 'Go to or find',
  },
  {
    skip: 'Перейти до вмісту',
    pages: 'Сторінки',
    menu: 'Меню',
    find: 'Перейти або знайти',
  },
);

const Palette = lazily(async () => (await import('./palette.js')).Palette);
const KeysHelp = lazily(async () => (await import('./keys-help.js')).KeysHelp);

interface ShellProps {
  readonly brand: string;
  readonly home: string;
  readonly nav: readonly (readonly NavItem[])[];
  /** Content that is always visible. */
  readonly status?: ComponentChildren;
  /** What the palette finds beside the pages. */
  readonly find?: Finder;
  readonly children: ComponentChildren;
}

/** The frame of every page. */
export function Shell({ brand, home, nav, status, find, children }: ShellProps) {
  const t = useText(texts);
  const [open, setOpen] = useState(false);
  const over = useSignal(overlay);
  const head = useRef<HTMLElement>(null);
  const pages = nav.flat();
  useKeys(new Map(pages.map(({ letter = '', to }) => [letter, to])), pages.length > 0);
  // What sticks below the head has to know how high it is.
  useEffect(
    () =>
      head.current === null
        ? undefined
        : watchHeight(head.current, (height) =>
            document.documentElement.style.setProperty('--top', `${height}px`),
          ),
    [],
  );
  const here = pages.find((navItem) => navItem.current)?.to;
  // Going to another page closes the menu.
  useEffect(() => setOpen(false), [here]);
  return (
    <div class="shell">
      <a class="skip" href="#content">
        {t.skip}
      </a>
      <header class="top" ref={head}>
        <Link class="brand" to={home}>
          <span class="logo" aria-hidden="true" />
          {brand}
        </Link>
        <div class="status">{status}</div>
        <div class="tools">
          {pages.length > 0 && (
            <button
              type="button"
              class="tool"
              aria-label={t.find}
              title={`${t.find} (${onMac() ? '⌘K' : 'Ctrl+K'})`}
              onClick={() => overlay.set('palette')}
            >
              <Icon name="search" />
            </button>
          )}
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
                    <a href={at(to)}>{title}</a>
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
      {over === 'palette' && <Palette pages={pages} find={find} />}
      {over === 'keys' && <KeysHelp pages={pages} />}
      <Announcer />
    </div>
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
