import { useEffect, useId, useState } from 'preact/hooks';
import { after } from '../browser.js';
import { overlay } from '../state/keys.js';
import { bilingual, useLanguage, useText } from '../state/language.js';
import { navigate } from '../state/route.js';
import { Dialog } from './dialog.js';
import type { Finder, NavItem, Place } from './places.js';
import { Problem } from './problem.js';

const texts = bilingual(
  {
    label: 'Go to or find',
    field: 'A page, a bank, an entry’s number, a guid, an operation',
    page: 'page',
    keys: 'Keys',
    help: 'help',
    nothing: 'Nothing found. Try a part of a name, the number of an entry, or a whole guid.',
    count: 'Found:',
  },
  {
    label: 'Перейти або знайти',
    field: 'Сторінка, банк, номер запису, guid, операція',
    page: 'сторінка',
    keys: 'Клавіші',
    help: 'довідка',
    nothing: 'Нічого не знайдено. Спробуйте частину назви, номер запису або повний guid.',
    count: 'Знайдено:',
  },
);

/** Milliseconds without a letter until the mock is asked. */
const pauseMs = 120;

interface Choice extends Place {
  readonly letter?: string | undefined;
  readonly choose: () => void;
}

const go = ({ to, outside = false }: { readonly to: string; readonly outside?: boolean }) => {
  overlay.set('');
  if (outside) location.assign(to);
  else navigate(to);
};

/** Asks for what a text names, once the reader pauses; an answer that comes late is dropped. */
function useFound(find: Finder | undefined, text: string) {
  const language = useLanguage();
  const [found, setFound] = useState<{ readonly places: readonly Place[]; readonly problem?: unknown }>({
    places: [],
  });
  useEffect(() => {
    if (!find) return undefined;
    let stale = false;
    const stop = after(pauseMs, () => {
      find(text, language).then(
        (places) => stale || setFound({ places }),
        (problem: unknown) => stale || setFound({ places: [], problem }),
      );
    });
    return () => {
      stale = true;
      stop();
    };
  }, [find, text, language]);
  return found;
}

interface PaletteProps {
  readonly pages: readonly NavItem[];
  readonly find: Finder | undefined;
}

/** A field that leads to whatever it names: arrows choose, Enter goes there. */
export function Palette({ pages, find }: PaletteProps) {
  const t = useText(texts);
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const wanted = text.trim().toLowerCase();
  const { places, problem } = useFound(find, text.trim());
  const words = wanted.split(/\s+/);
  const all: readonly Choice[] = [
    ...pages.map((page) => ({ ...page, kind: t.page, choose: () => go(page) })),
    { to: '#keys', title: t.keys, kind: t.help, letter: '?', choose: () => overlay.set('keys') },
  ];
  const choices: readonly Choice[] = [
    // Addresses are English: a page is found by either name.
    ...all.filter(({ title, to }) => words.every((word) => `${title} ${to}`.toLowerCase().includes(word))),
    ...places.map((place) => ({ ...place, choose: () => go(place) })),
  ];
  const place = Math.min(at, choices.length - 1);
  useEffect(() => {
    document.getElementById(`${id}-${place}`)?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  const move = (step: number) => setAt((place + step + choices.length) % choices.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || choices.length === 0) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') choices[place]?.choose();
    else return;
    event.preventDefault();
  };
  return (
    <Dialog label={t.label} class="palette">
      <input
        role="combobox"
        aria-label={t.field}
        placeholder={t.field}
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={choices.length > 0 ? `${id}-${place}` : undefined}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Problem error={problem} />
      <div role="listbox" id={`${id}-list`} aria-label={t.label}>
        {choices.map(({ to, title, kind, letter, choose }, number) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          <div
            key={to}
            id={`${id}-${number}`}
            role="option"
            tabIndex={-1}
            aria-selected={number === place}
            onClick={choose}
          >
            <span class="place">{title}</span> <span class="muted">{kind}</span>
            {letter && (
              <span class="key" aria-hidden="true">
                {letter === '?' ? letter : `g ${letter}`}
              </span>
            )}
          </div>
        ))}
      </div>
      {choices.length === 0 && problem === undefined && <p class="empty">{t.nothing}</p>}
      <p class="unseen" role="status">
        {t.count} {choices.length}
      </p>
    </Dialog>
  );
}
