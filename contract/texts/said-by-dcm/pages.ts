import type { Phrase } from './template.js';

/** What `dcm drift --docs` says of pages. */
export const pagePhrases: readonly Phrase[] = [
  ['HTTP {status} to {location}', 'HTTP {status}, переадресовано на {location}'],
  ['links to other sites, which are not asked: {n}', 'посилання на інші сайти, до яких запитів немає: {n}'],
  ['pages beyond the first {n}, which are not read: {m}', 'сторінки після перших {n}, які не читаються: {m}'],
  ['it lists no page (.md)', 'у ньому немає жодної сторінки (.md)'],
  ['not asked for: the pages before it did not come', 'не запитано: попередні сторінки не вдалося отримати'],
  ['the operation, under the heading {heading}', 'операція під заголовком {heading}'],
  ['the operation', 'операція'],
  ['{n} characters', 'символів: {n}'],
  ['{n} characters; only its title was known', 'символів: {n}; була відома лише назва'],
  [
    '{n} characters; the contract knows its beginning ({tag})',
    'символів: {n}; контракт знає її початок ({tag})',
  ],
  ['status {statuses}', 'код {statuses}'],
];
