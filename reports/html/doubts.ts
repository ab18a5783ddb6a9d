import { type Doubt, doubts } from '../doubts.js';
import { tones } from '../marks.js';
import { findable } from './filter.js';
import { html, type Markup, nothing } from './markup.js';
import type { Page } from './page.js';
import { fact, following, pill, quote, ruleLink, scenarioIdLink, section } from './parts.js';

/** Errors of the tool, in hooks and in scenarios. */
export function errors(page: Page): Markup {
  const { result, texts } = page;
  const broken = doubts(result, texts.lang).filter((one) => one.verdict === 'error');
  const count = result.errors.length + broken.length;
  if (count === 0) return nothing;
  const outside = result.errors.map(
    (text) => html`<article class="doubt tone-${tones.error}">
<h3>${pill('error', page)} <span class="muted">${texts.outside}</span></h3>
<dl class="facts">${fact(texts.fields.because, quote(text))}</dl>
</article>
`,
  );
  return section('errors', count, html`${outside}${broken.map((one) => doubt(one, page))}`, page);
}

/** What was selected but not checked. */
export function notVerified(page: Page): Markup {
  const all = doubts(page.result, page.texts.lang).filter((one) => one.verdict === 'not-verified');
  if (all.length === 0) return nothing;
  return section('doubts', all.length, html`${all.map((one) => doubt(one, page))}`, page);
}

function doubt(one: Doubt, page: Page): Markup {
  const { texts } = page;
  const name = {
    scenario: () => scenarioIdLink(one.id, page),
    rule: () => ruleLink(one.id, page),
    step: () => html`<a href="#step-${one.id}">${texts.step(one.id)}</a>`,
  }[one.kind]();
  const found = findable({
    verdict: one.verdict,
    steps: one.kind === 'step' ? [Number(one.id)] : one.scenarios.map(({ step }) => step),
    rules: [...one.rules, ...(one.kind === 'rule' ? [one.id] : [])],
  });
  return html`<article class="doubt tone-${tones[one.verdict]}"${found}>
<h3>${pill(one.verdict, page)} ${name}</h3>
<p class="rule">${one.name}</p>
<dl class="facts">${fact(texts.fields.because, html`${one.note || texts.noCheck}`)}</dl>
${following({ scenarios: one.scenarios.slice(1), rules: one.rules }, page)}</article>
`;
}
