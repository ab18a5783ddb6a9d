import { useEffect, useRef } from 'preact/hooks';
import { after, onMac } from '../browser.js';
import { overlay, pressed, singleKeys } from '../state/keys.js';
import { navigate } from '../state/route.js';

/** Milliseconds in which the letter has to follow `g`. */
const patienceMs = 1500;

/** On a Mac, Ctrl+K cuts off a line of text. */
const asks = (event: KeyboardEvent): boolean =>
  pressed(event) === 'k' && !event.shiftKey && (onMac() ? event.metaKey : event.ctrlKey);

/** Here letters are text, or belong to what is open. */
const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role=menu], dialog') !== null;

/** Rows through which `j` and `k` move: of tables, and the steps of the board. */
const rowsOf = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('main tbody tr, main .steps > li')].filter(
    (row) => row.offsetParent !== null,
  );

/** Moves the focus to the link of the next row, so that Enter opens it; a row without any gets it itself. */
function moveRow(step: 1 | -1): void {
  const rows = rowsOf();
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const row = here === -1 ? rows[0] : rows[here + step];
  if (row === undefined) return;
  const target = row.querySelector<HTMLElement>('a[href], button') ?? row;
  if (target === row) row.tabIndex = -1;
  target.focus();
}

/** The search of the page; a page without one has the palette. */
function toSearch(): void {
  const searched = ['main search input[type=search]', 'main search input'].map((fields) =>
    document.querySelector<HTMLInputElement>(fields),
  );
  const field = searched.find((found) => found !== null);
  if (!field) overlay.set('palette');
  field?.focus();
  field?.select();
}

/**
 * Keys of every page.
 *
 * @param places addresses by the letter that leads there after `g`
 */
export function useKeys(places: ReadonlyMap<string, string>, on: boolean): void {
  const known = useRef(places);
  known.current = places;
  useEffect(() => {
    if (!on) return undefined;
    let gone = false;
    let forget = () => {};
    const going = () => {
      gone = true;
      forget();
      forget = after(patienceMs, () => {
        gone = false;
      });
    };
    const acts: Readonly<Record<string, (() => void) | undefined>> = {
      '/': toSearch,
      '?': () => overlay.set('keys'),
      j: () => moveRow(1),
      k: () => moveRow(-1),
      g: going,
    };
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const key = pressed(event);
      if (event.ctrlKey || event.metaKey) {
        if (!asks(event) || overlay.get() === 'keys') return;
        event.preventDefault();
        overlay.set(overlay.get() === 'palette' ? '' : 'palette');
        return;
      }
      if (!singleKeys.get() || takesLetters(event.target) || overlay.get() !== '') return;
      const place = gone ? known.current.get(key) : undefined;
      const act = gone ? undefined : acts[key];
      gone = false;
      if (place !== undefined) navigate(place);
      act?.();
      if (place !== undefined || act !== undefined) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => {
      forget();
      document.removeEventListener('keydown', listen);
    };
  }, [on]);
}
