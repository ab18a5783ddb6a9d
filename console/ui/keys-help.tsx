import type { ComponentChildren } from 'preact';
import { onMac } from '../browser.js';
import { overlay, singleKeys } from '../state/keys.js';
import { bilingual, useText } from '../state/language.js';
import { useSignal } from '../state/signal.js';
import { Dialog } from './dialog.js';
import type { NavItem } from './places.js';

const texts = bilingual(
  {
    title: 'Keys',
    everywhere: 'On every page',
    pages: 'To a page: g, then',
    palette: 'go to a page, an entry, a guid, an operation',
    search: 'to the search of the page',
    down: 'to the next row',
    up: 'to the row before',
    open: 'open the row',
    help: 'this help',
    single: 'Keys without Ctrl or Cmd work',
    singleSays:
      'Switch them off if you speak to the computer, or press them by accident. Ctrl+K or ⌘K always works.',
    close: 'Close',
  },
  {
    title: 'Клавіші',
    everywhere: 'На кожній сторінці',
    pages: 'На сторінку: g, потім',
    palette: 'перейти до сторінки, запису, guid, операції',
    search: 'до пошуку на сторінці',
    down: 'до наступного рядка',
    up: 'до попереднього рядка',
    open: 'відкрити рядок',
    help: 'ця довідка',
    single: 'Працюють клавіші без Ctrl або Cmd',
    singleSays:
      'Вимкніть їх, якщо ви керуєте комп’ютером голосом або натискаєте їх випадково. Ctrl+K або ⌘K працює завжди.',
    close: 'Закрити',
  },
);

const Keys = ({ of }: { readonly of: readonly (readonly [key: ComponentChildren, says: string])[] }) => (
  <dl class="keys">
    {of.map(([key, says]) => (
      <div key={says}>
        <dt>{key}</dt>
        <dd>{says}</dd>
      </div>
    ))}
  </dl>
);

/** All keys, and the switch for those of a single letter. */
export function KeysHelp({ pages }: { readonly pages: readonly NavItem[] }) {
  const t = useText(texts);
  const on = useSignal(singleKeys);
  const key = (name: string) => <kbd>{name}</kbd>;
  return (
    <Dialog label={t.title}>
      <div class="board-head">
        <h2>{t.title}</h2>
        <button type="button" class="small" onClick={() => overlay.set('')}>
          {t.close}
        </button>
      </div>
      <div class="halves">
        <section>
          <h3>{t.everywhere}</h3>
          <Keys
            of={[
              [key(onMac() ? '⌘K' : 'Ctrl+K'), t.palette],
              [key('/'), t.search],
              [key('j'), t.down],
              [key('k'), t.up],
              [key('Enter'), t.open],
              [key('?'), t.help],
            ]}
          />
        </section>
        <section>
          <h3>{t.pages}</h3>
          <Keys of={pages.flatMap(({ letter, title }) => (letter ? [[key(letter), title] as const] : []))} />
        </section>
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          onChange={({ currentTarget }) => singleKeys.set(currentTarget.checked)}
        />{' '}
        {t.single}
      </label>
      <p class="hint">{t.singleSays}</p>
    </Dialog>
  );
}
