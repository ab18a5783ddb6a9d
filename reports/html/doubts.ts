import { type Doubt, doubts } from '../doubts.js';
import { tones } from '../marks.js';
import { findable } from './filter.js';
import { html, type Markup, nothing } from './markup.js';
import type { Page } from './page.js';
import { fact, following, pill, quote, ruleLink, scenarioIdLink, section } from './parts.js';

/** Errors of the tool, in hooks and in scenarios. */
export function errors(page: Page): Markup {
  const { result, texts } = page;
  const broken = doubts(result, texts.lang).filter((doubt) => doubt.verdict === 'error');
  const count = result.errors.length + broken.length;
  if (count === 0) return nothing;
  const outside = result.errors.map(
    (text) => html`<article class="doubt tone-${tones.error}">
<h3>${pill('error', page)} <span class="muted">${texts.outside}</span></h3>
<dl class="facts">${fact(texts.fields.because, quote(text))}</dl>
</article>
`,
  );
  return section('errors', count, html`${outside}${broken.map((item) => doubt(item, page))}`, page);
}

/** What was selected but not checked. */
export function notVerified(page: Page): Markup {
  const all = doubts(page.result, page.texts.lang).filter((doubt) => doubt.verdict === 'not-verified');
  if (all.length === 0) return nothing;
  return section('doubts', all.length, html`${all.map((item) => doubt(item, page))}`, page);
}

function doubt(item: Doubt, page: Page): Markup {
  const { texts } = page;
  const name = {
    scenario: () => scenarioIdLink(item.id, page),
    rule: () => ruleLink(item.id, page),
    step: () => html`<a href="#step-${item.id}">${texts.step(item.id)}</a>`,
  }[item.kind]();
  const found = findable({
    verdict: item.verdict,
    steps: item.kind === 'step' ? [Number(item.id)] : item.scenarios.map(({ step }) => step),
    rules: [...item.rules, ...(item.kind === 'rule' ? [item.id] : [])],
  });
  return html`<article class="doubt tone-${tones[item.verdict]}"${found}>
<h3>${pill(item.verdict, page)} ${name}</h3>
<p class="rule">${item.name}</p>
<dl class="facts">${fact(texts.fields.because, html`${item.note || texts.noCheck}`)}</dl>
${following({ scenarios: item.scenarios.slice(1), rules: item.rules }, page)}</article>
`;
}
