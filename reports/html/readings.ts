import type { robustnessOutcomes } from '../../contract/robustness.js';
import { seenIn } from '../../contract/texts/said-by-checks/index.js';
import { readingWords, robustnessOf, whereOf } from '../robustness.js';
import { html, type Markup, nothing } from './markup.js';
import type { Page } from './page.js';
import { quote, scenarioIdLink, section } from './parts.js';
import { type Column, table } from './tables.js';

/** How the bank lives with other readings of the documentation: first those on which it depends. */
export function readings(page: Page): Markup {
  const { result, texts } = page;
  const { fields } = texts;
  const weight = (outcome: (typeof robustnessOutcomes)[number]) =>
    ['depends', 'not-tried', 'independent'].indexOf(outcome);
  const all = robustnessOf(result).toSorted((one, other) => weight(one.outcome) - weight(other.outcome));
  if (all.length === 0) return nothing;
  const columns: readonly Column[] = [
    { head: fields.reading, kind: 'bare' },
    { head: fields.outcome, kind: 'bare' },
    { head: fields.behavior, kind: 'wide' },
    { head: fields.first, kind: 'wide' },
    { head: fields.fix, kind: 'wide' },
  ];
  const rows = all.map((one) => {
    const words = readingWords(one, texts.lang);
    const depends = one.outcome === 'depends';
    const seen =
      one.first === null
        ? html`${words.reason}`
        : html`${scenarioIdLink(one.first.scenario, page)} ${whereOf(one).slice(one.first.scenario.length)} ${quote(seenIn(texts.lang, one.first.actual))}`;
    return {
      id: one.reading.replaceAll(' ', '-'),
      cells: [
        html`<span class="id">${one.reading}</span>`,
        html`${texts.outcomes[one.outcome]}`,
        html`${words.asks} ${words.says}`,
        seen,
        depends ? html`${words.fix}` : nothing,
      ],
    };
  });
  return section('readings', rows.length, table(texts.sections.readings.title, columns, rows), page);
}
