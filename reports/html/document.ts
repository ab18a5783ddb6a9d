import type { Language } from '../../contract/texts/language.js';
import { html, type Markup } from './markup.js';
import { style } from './style.js';

/** What a page without scripts shows, and where. */
export interface PageParts {
  readonly lang: Language;
  readonly title: string;
  /** Words of the link to the verdict. */
  readonly skip: string;
  /** What stands above everything else, beside the date. */
  readonly kicker: string;
  /** ISO timestamp of what the page is about. */
  readonly at: string;
  readonly versions?: readonly string[];
  /** Style beside that of all pages. */
  readonly ownStyle?: string;
  readonly main: readonly Markup[];
  readonly footer: string;
}

/** One page that needs no network and no script. */
export function pageOf(parts: PageParts): string {
  const { lang, title, skip, kicker, at, versions = [], ownStyle = '', main, footer } = parts;
  const date = `${at.slice(0, 16).replace('T', ' ')} UTC`;
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${{ markup: style() + ownStyle }}</style>
</head>
<body>
<a class="skip" href="#verdict">${skip}</a>
<header class="top"><p>${kicker} · <time datetime="${at}">${date}</time>${versions.map((one) => ` · ${one}`).join('')}</p></header>
<main>
${main}</main>
<footer>${footer}</footer>
</body>
</html>
`.markup;
}
