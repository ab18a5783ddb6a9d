import { html, type Markup, nothing } from './markup.js';
import type { Page } from './page.js';
import { fact, section } from './parts.js';

/** Target, seed, profile and versions: what is needed to repeat the run. */
export function run(page: Page): Markup {
  const { result, texts } = page;
  const { fields, narrows } = texts;
  const options = Object.entries(result.profile).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const versions = Object.entries(result.versions).map(([name, version]) => `${name} ${version}`);
  const body = html`<dl class="details">
${fact(fields.target, html`${result.target}`)}
${fact(narrows.scope, html`${result.scope}`)}
${fact(narrows.seed, html`<code>${result.seed}</code>`)}
${fact(fields.startedAt, html`<time datetime="${result.started_at}">${result.started_at}</time>`)}
${result.times.length === 0 ? nothing : fact(fields.times, lines(result.times.map(texts.answerTimes)))}
${fact(fields.versions, lines(versions))}
${fact(fields.profile, lines(options))}
</dl>`;
  return section('run', undefined, body, page);
}

function lines(texts: readonly string[]): Markup {
  return html`<ul>${texts.map((text) => html`<li><code>${text}</code></li>`)}</ul>`;
}
