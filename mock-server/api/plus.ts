import type { Call } from '../domain/call.js';

/** Values that had a plus sign before it was read as a space: a phone number, an e-mail address, an offset of a time. */
const meant = [/^ [\d ()-]{7,}$/, /^\S+ \S*@\S+$/, /^\d{4}-\d\d-\d\dT\S+ \d\d:?\d\d$/];

/** Explains a plus sign in a query that is not percent-encoded: there it means a space, so nothing is found. */
export function notePlus(search: string, call: Call): void {
  if (!search.includes('+')) return;
  const names = new Set<string>();
  for (const part of search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part.includes('+'))) {
    for (const [name, value] of new URLSearchParams(part))
      if (meant.some((pattern) => pattern.test(value))) names.add(name);
  }
  for (const name of names)
    call.explain('REQUEST-01', `${name}: + means a space in a query; write the plus sign as %2B`);
}
