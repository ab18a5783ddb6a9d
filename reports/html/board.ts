import { stepWords } from '../../contract/plan.js';
import type { Result } from '../../contract/result.js';
import { tones } from '../marks.js';
import { scenariosOf } from '../tree.js';
import { html, type Markup } from './markup.js';
import type { Page } from './page.js';
import { pill, section } from './parts.js';

/** The plan as a board: a card per step. */
export function board(page: Page): Markup {
  const cards = page.result.plan.map((step) => card(step, page));
  return section(
    'board',
    undefined,
    html`<ol class="board">
${cards}</ol>`,
    page,
  );
}

function card(step: Result['plan'][number], page: Page): Markup {
  const { result, texts } = page;
  const count = scenariosOf(result, step.step).length;
  const { who, title, outcome } = stepWords(step.step, texts.lang) ?? step;
  const label = texts.scenarios(count);
  const more = count === 0 ? html`${label}` : html`<a href="#step-${step.step}-scenarios">${label}</a>`;
  return html`<li class="card tone-${tones[step.verdict]}" id="step-${step.step}">
<div class="head"><span class="number"><span class="visually-hidden">${texts.step(step.step)}</span><span aria-hidden="true">${step.step}</span></span>${pill(step.verdict, page)}</div>
<p class="who">${who}</p>
<h3>${title}</h3>
<p class="outcome">${outcome}</p>
<p class="more">${more}</p>
</li>
`;
}
