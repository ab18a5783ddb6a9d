import type { LoadResult } from '../../contract/load.js';
import type { Language } from '../../contract/texts/language.js';
import { html, type Markup, nothing } from '../html/markup.js';
import { style } from '../html/style.js';
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
  const date = `${result.started_at.slice(0, 16).replace('T', ' ')} UTC`;
  const versions = Object.entries(result.versions).map(([name, version]) => ` · ${name} ${version}`);
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>${texts.verdicts[result.verdict]}: ${texts.title(result.target)}</title>
<style>${{ markup: style() + chartStyle }}</style>
</head>
<body>
<a class="skip" href="#verdict">${texts.skip}</a>
<header class="top"><p>${texts.kicker(result.target)} · <time datetime="${result.started_at}">${date}</time>${versions.join('')}</p></header>
<main>
${banner(page)}
${curve(page)}${stages(page)}${kinds(page)}${faults(page)}</main>
<footer>${texts.footer}</footer>
</body>
</html>
`.markup;
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
