import type { Failure, ScenarioResult } from '../../contract/result.js';
import type { Verdict } from '../../contract/verdict.js';
import { marks, tones } from '../marks.js';
import type { Follows } from '../problems.js';
import { sourceText } from '../source.js';
import type { SectionName } from '../texts/index.js';
import { distinct } from '../tree.js';
import { html, joined, type Markup, nothing } from './markup.js';
import type { Page } from './page.js';

/** A verdict as mark, word and color; the mark is for the eye only, the word is read aloud. */
export function pill(verdict: Verdict, { texts }: Page): Markup {
  return html`<span class="pill tone-${tones[verdict]}"><span class="mark" aria-hidden="true">${marks[verdict]}</span>${texts.verdicts[verdict]}</span>`;
}

export function section(name: SectionName, count: number | undefined, body: Markup, { texts }: Page): Markup {
  const { title, lead } = texts.sections[name];
  const number = count === undefined ? nothing : html` <span class="count">${count}</span>`;
  return html`<section aria-labelledby="${name}">
<h2 id="${name}">${title}${number}</h2>
<p class="lead">${lead}</p>
${body}
</section>
`;
}

/** `#id`, with what an address may not hold encoded. */
function href(anchor: string): string {
  return `#${encodeURIComponent(anchor)}`;
}

export function ruleLink(id: string, { anchors }: Page): Markup {
  const anchor = anchors.rule(id);
  return anchor === undefined
    ? html`<span class="id">${id}</span>`
    : html`<a class="id" href="${href(anchor)}">${id}</a>`;
}

export function scenarioLink(scenario: ScenarioResult, { anchors }: Page): Markup {
  return html`<a class="id" href="${href(anchors.scenario(scenario))}">${scenario.id}${scenario.scheme === null ? '' : ` ${scenario.scheme}`}</a>`;
}

export function scenarioIdLink(id: string, { anchors }: Page): Markup {
  const anchor = anchors.scenarioId(id);
  return anchor === undefined
    ? html`<span class="id">${id}</span>`
    : html`<a class="id" href="${href(anchor)}">${id}</a>`;
}

export function links(all: readonly Markup[]): Markup {
  return html`<span class="links">${joined(all, ' ')}</span>`;
}

export function sourceLink(source: string): Markup {
  const { tag, title, url } = sourceText(source);
  const name = url === '' ? html`${title}` : html`<a href="${url}" rel="noreferrer">${title}</a>`;
  return tag === title ? name : html`${name} <span class="tag">(${tag})</span>`;
}

/** A term and its description in a list of facts. */
export function fact(term: string, description: Markup): Markup {
  return html`<dt>${term}</dt><dd>${description}</dd>`;
}

/** A text from the wire, with its line breaks. */
export function quote(text: string): Markup {
  return html`<code class="quote">${text}</code>`;
}

function fold(label: string, text: string, { texts }: Page): Markup {
  if (text === '') return nothing;
  return html`<details class="fold"><summary>${label}</summary><button type="button" class="copy" data-done="${texts.filter.copied}">${texts.filter.copy}</button><pre tabindex="0">${text}</pre></details>`;
}

/** What could not be verified because of something, folded: one line, and all of it when opened. */
export function following({ scenarios, rules }: Follows, page: Page): Markup {
  const { texts } = page;
  const ids = distinct(scenarios.map(({ id }) => id));
  const parts = [
    ...(ids.length === 0 ? [] : [texts.console.notVerified(ids.length)]),
    ...(rules.length === 0 ? [] : [texts.rules(rules.length)]),
  ];
  if (parts.length === 0) return nothing;
  return html`<details class="fold follows"><summary>${parts.join('; ')}</summary>
${links([...scenarios.map((scenario) => scenarioLink(scenario, page)), ...rules.map((id) => ruleLink(id, page))])}</details>
`;
}

/** Curl and exchange of a failure, folded. */
export function evidence(failure: Failure, page: Page): Markup {
  const { fields } = page.texts;
  return html`${fold(fields.curl, failure.curl, page)}${fold(fields.exchange, failure.exchange, page)}`;
}
