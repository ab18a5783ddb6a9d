import { recall, remember } from './memory.js';
import { createSignal } from './signal.js';

/** Whether keys without Ctrl or Cmd do something; whoever speaks to the computer may press them by accident (WCAG 2.1.4). */
export const singleKeys = createSignal(recall('localStorage', 'keys') !== 'off');
singleKeys.watch((on) => remember('localStorage', 'keys', on ? undefined : 'off'));

/** What lies over the page: the palette, the help about keys, or nothing. */
export const overlay = createSignal<'palette' | 'keys' | ''>('');

/** The letter that leads to a page, after `g`, by the page's name in addresses. */
export const goLetters: Readonly<Record<string, string | undefined>> = {
  board: 'b',
  counterparties: 'c',
  identifiers: 'i',
  entities: 'e',
  customers: 'u',
  transfers: 't',
  recons: 'o',
  journal: 'j',
  runs: 'r',
  callbacks: 'l',
  mailbox: 'm',
  'make-happen': 'h',
  faults: 'f',
  clock: 'k',
  snapshots: 's',
  sandboxes: 'x',
  audit: 'w',
  readings: 'd',
  plan: 'p',
  report: 'v',
  reference: 'a',
  limits: 'n',
};

/** What was pressed, as a Latin letter or a sign, on a Ukrainian layout, too: there the place of the key counts. */
export function pressed({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  if (/^[а-яіїєґ]$/i.test(key) && /^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase();
  if (code === 'Slash' && key === '.') return '/';
  if (code === 'Slash' && key === ',' && shiftKey) return '?';
  return key.length === 1 ? key.toLowerCase() : key;
}
