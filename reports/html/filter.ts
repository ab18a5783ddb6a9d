import type { Verdict } from '../../contract/verdict.js';
import { verdicts } from '../../contract/verdict.js';
import { problems } from '../problems.js';
import { distinct } from '../tree.js';
import { html, type Markup } from './markup.js';
import type { Page } from './page.js';

/** What an item of the page can be found by. */
export interface Findable {
  readonly verdict: Verdict;
  readonly steps: readonly number[];
  readonly rules: readonly string[];
}

/** Attributes that the filter looks at. */
export function findable({ verdict, steps, rules }: Findable): Markup {
  return html` data-verdict="${verdict}" data-step="${distinct(steps).join(' ')}" data-rule="${distinct(rules).join(' ')}"`;
}

const option = (value: string | number, label: string): Markup =>
  html`<option value="${value}">${label}</option>`;

function choice(by: string, label: string, all: string, options: readonly Markup[]): Markup {
  return html`<label>${label} <select data-by="${by}">${option('', all)}${options}</select></label>
`;
}

/** Filters by step, verdict, rule and text; shown only when the script runs. */
export function filter({ result, texts }: Page): Markup {
  const { filter: words } = texts;
  const there = distinct(result.scenarios.map(({ verdict }) => verdict));
  const rules = distinct([...problems(result).map(({ rule }) => rule), ...result.rules.map(({ id }) => id)]);
  const verdict = verdicts
    .filter((verdict) => there.includes(verdict))
    .map((verdict) => option(verdict, texts.verdicts[verdict]));
  return html`<div class="filter" role="search" aria-label="${words.title}">
<label>${words.text} <input type="search" data-by="text" autocomplete="off"/></label>
${choice(
  'step',
  words.step,
  words.all,
  result.plan.map(({ step }) => option(step, `${step}`)),
)}${choice('verdict', words.verdict, words.all, verdict)}${choice(
  'rule',
  words.rule,
  words.all,
  [...rules].sort().map((id) => option(id, id)),
)}<button type="button" id="clear">${words.clear}</button>
<output id="shown" data-pattern="${words.shown}"></output>
</div>
`;
}
