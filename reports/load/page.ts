import type { LoadResult } from '../../contract/load.js';
import type { Language } from '../../contract/texts/language.js';
import { pageOf } from '../html/document.js';
import { html, type Markup, nothing } from '../html/markup.js';
import { curve } from './curve.js';
import { chartStyle } from './style.js';
import { faults, kinds, stages } from './tables.js';
import { loadTexts } from './texts.js';
import {
  decisive,
  type LoadPage,
  limitText,
  loadMarks,
  loadSays,
  loadTones,
  rateText,
  shareText,
  timeText,
} from './words.js';

/** `load.json` as one page that needs no network and no script. */
export function loadPage(result: LoadResult, lang: Language = 'en'): string {
  const texts = loadTexts[lang];
  const page: LoadPage = { result, texts, lang };
  return pageOf({
    lang,
    title: `${texts.verdicts[result.verdict]}: ${texts.title(result.target)}`,
    skip: texts.skip,
    kicker: texts.kicker(result.target),
    at: result.started_at,
    versions: Object.entries(result.versions).map(([name, version]) => `${name} ${version}`),
    ownStyle: chartStyle,
    main: [banner(page), curve(page), stages(page), kinds(page), faults(page)],
    footer: texts.footer,
  });
}

function banner(page: LoadPage): Markup {
  const { result, texts } = page;
  return html`<header class="banner tone-${loadTones[result.verdict]}" id="verdict" tabindex="-1">
<h1><span aria-hidden="true">${loadMarks[result.verdict]}</span>${texts.verdicts[result.verdict]}</h1>
<p class="says">${loadSays(result, page.lang)}</p>
${figures(page)}
${narrows(page)}
</header>`;
}

function figures({ result, texts }: LoadPage): Markup {
  const stage = decisive(result);
  const t = texts.figures;
  const rows: (readonly [string, string])[] = [];
  if (stage !== undefined) {
    const { all, rate } = stage;
    rows.push(
      [t.rate, rateText(rate)],
      [t.inTime, shareText(all)],
      [t.median, timeText(all.p50_ms)],
      [t.p99, timeText(all.p99_ms)],
      [t.slowest, timeText(all.max_ms)],
      [t.failed, String(all.failed)],
    );
  }
  rows.push([t.exitCode, String(result.exit_code)]);
  return html`<dl class="figures">
${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
</dl>`;
}

function narrows({ result, texts }: LoadPage): Markup {
  const t = texts.narrows;
  const generator = decisive(result)?.generator;
  const own = generator && texts.generator(timeText(generator.p99_ms), timeText(generator.max_ms));
  const blame = generator?.to_blame ? `; ${texts.toBlame(generator.to_blame)}` : '';
  const rows: readonly (readonly [string, string])[] = [
    [t.limit, limitText(result.limit_ms)],
    [t.transferLimit, result.transfer_limit_ms === null ? '' : limitText(result.transfer_limit_ms)],
    [t.generator, own === undefined ? '' : own + blame],
    [t.leftOut, result.left_out.map((one) => texts.leftOut[one]).join('; ')],
    [t.note, result.note],
  ];
  const shown = rows.filter(([, value]) => value !== '');
  if (shown.length === 0) return nothing;
  return html`<dl class="narrows">${shown.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
}
