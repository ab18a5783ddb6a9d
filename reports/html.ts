import type { Result } from '../contract/result.js';
import type { Language } from '../contract/texts/language.js';
import { banner } from './html/banner.js';
import { board } from './html/board.js';
import { errors, notVerified } from './html/doubts.js';
import { filter } from './html/filter.js';
import { html, type Markup, nothing } from './html/markup.js';
import { anchorsOf, type Page } from './html/page.js';
import { failures, warnings } from './html/problems.js';
import { readings } from './html/readings.js';
import { run } from './html/run.js';
import { scenarios } from './html/scenarios.js';
import { script, scriptHash } from './html/script.js';
import { style } from './html/style.js';
import { findings, rules } from './html/tables.js';
import type { SectionName } from './texts/index.js';
import { textsOf } from './texts/index.js';

/** Parts of the page in their order: what needs action first. A part without content leaves itself out. */
const parts: readonly (readonly [SectionName, (page: Page) => Markup])[] = [
  ['failures', failures],
  ['errors', errors],
  ['doubts', notVerified],
  ['board', board],
  ['warnings', warnings],
  ['findings', findings],
  ['readings', readings],
  ['rules', rules],
  ['scenarios', scenarios],
  ['run', run],
];

/** `2026-05-04 09:30 UTC` */
const dateOf = ({ started_at }: Result): string => `${started_at.slice(0, 16).replace('T', ' ')} UTC`;

/**
 * The result as one page that needs no network: to be read, mailed, printed and linked into (`#S07-01`, `#KEY-01`,
 * `#step-7`). Its one script filters and copies; without it all is there as well. Words come from texts/, colors from contract/look.ts.
 */
export function htmlReport(result: Result, language: Language = 'en'): string {
  const texts = textsOf(language);
  const page: Page = { result, texts, anchors: anchorsOf(result) };
  const sections = parts
    .map(([name, part]) => ({ name, body: part(page) }))
    .filter(({ body }) => body.markup !== nothing.markup);
  const versions = Object.entries(result.versions).map(([name, version]) => ` · ${name} ${version}`);
  const entries = sections.map(
    ({ name }) => html`<li><a href="#${name}">${texts.sections[name].title}</a></li>`,
  );
  return html`<!doctype html>
<html lang="${texts.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>${texts.runVerdicts[result.verdict].name}: ${texts.title(result.target)}</title>
<style>${{ markup: style() }}</style>
</head>
<body>
<a class="skip" href="#verdict">${texts.skip}</a>
<header class="top"><p>${texts.kicker(result.target)} · <time datetime="${result.started_at}">${dateOf(result)}</time>${versions.join('')}</p></header>
<main>
${banner(page)}<div class="bar"><nav aria-label="${texts.contents}"><ul>${entries}</ul></nav>
${filter(page)}</div>
${sections.map(({ body }) => body)}</main>
<footer>${texts.footer}</footer>
<script>${{ markup: script }}</script>
</body>
</html>
`.markup;
}
