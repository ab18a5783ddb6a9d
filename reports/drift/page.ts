import type { Drift } from '../../contract/drift.js';
import type { Language } from '../../contract/texts/language.js';
import { pageOf } from '../html/document.js';
import { html, type Markup, nothing } from '../html/markup.js';
import { calls, confirmed, contradicted, differences, notSeen, operations } from './tables.js';
import { driftTexts } from './texts.js';
import { type DriftPage, driftMarks, driftTones, questionsWith, saysOf } from './words.js';

/** `drift.json` as one page that needs no network and no script. */
export function driftPage(drift: Drift, lang: Language = 'en'): string {
  const texts = driftTexts[lang];
  const page: DriftPage = { drift, texts, lang };
  return pageOf({
    lang,
    title: `${texts.title}: ${texts.ends[drift.exit_code]}`,
    skip: texts.skip,
    kicker: texts.kicker,
    at: drift.begun,
    main: [banner, contradicted, differences, confirmed, notSeen, operations, calls].map((part) =>
      part(page),
    ),
    footer: texts.footer,
  });
}

function banner({ drift, texts }: DriftPage): Markup {
  const verdict = drift.exit_code === 0 ? 'confirmed' : 'contradicted';
  const against = drift.against === '' ? texts.against : texts.againstProfile(drift.against);
  const unknown = drift.unknown_exchanges === 0 ? nothing : html`; ${texts.unknown(drift.unknown_exchanges)}`;
  const counts = (['contradicted', 'confirmed', 'not-seen'] as const).map(
    (name) => [texts.verdicts[name], questionsWith(drift, name).length] as const,
  );
  const figures = [
    ...counts,
    [texts.sections.differences.title, drift.differences.length] as const,
    [texts.fields.exitCode, drift.exit_code] as const,
  ];
  return html`<header class="banner tone-${driftTones[verdict]}" id="verdict" tabindex="-1">
<h1><span aria-hidden="true">${driftMarks[verdict]}</span>${texts.ends[drift.exit_code]}</h1>
<p class="says">${saysOf(drift, texts)}</p>
<p>${drift.recordings.join(', ')}: ${texts.facts(drift.exchanges, drift.upstream)}, ${against}${unknown}</p>
<dl class="figures">
${figures.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
</dl>
</header>`;
}
