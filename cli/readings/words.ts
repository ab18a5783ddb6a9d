import { bilingual } from '../../contract/texts/language.js';
import { ukrainianPlural } from '../../contract/texts/plural.js';
import { plural } from '../../reports/text.js';

const marks = { independent: '✓', depends: '✗', 'not-tried': '–' } as const;

/** What a run says while it tries readings. */
export const readingsWords = bilingual(
  {
    marks,
    usually: 'usually',
    begin: (count: number) =>
      `${plural(count, 'other reading')} of the documentation, each with what it touches:`,
    outcomes: { independent: 'independent', depends: 'depends    ', 'not-tried': 'not tried  ' },
  },
  {
    marks,
    usually: 'зазвичай',
    begin: (count) =>
      `${ukrainianPlural(count, 'інше тлумачення', 'інші тлумачення', 'інших тлумачень')} документації, кожне з тим, чого воно стосується:`,
    outcomes: { independent: 'не залежить   ', depends: 'залежить      ', 'not-tried': 'не випробувано' },
  },
);
