import { stylePath } from './style.js';

/** Pages as strings, with escaped content. */
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (symbol) => `&#${symbol.charCodeAt(0)};`);

/** Markup of Markdown in which a wide table scrolls in a frame that the keyboard reaches. */
export const framed = (markup: string): string =>
  markup
    .replaceAll('<table>', '<div class="scrolls" role="group" aria-label="Table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');

/** What the head of each page leads to. */
const menu = {
  '/': 'Start',
  '/console': 'Console',
  '/console/reference': 'Reference',
  '/docs/operations': 'Operations',
  '/docs/bank': 'The bank’s side',
  '/docs/driver': 'Driver hook',
  '/docs/control': 'Control API',
  '/fidelity': 'Fidelity',
  '/docs/options': 'Options',
  '/openapi.json': 'OpenAPI',
} as const;

/** A page whose links lead to what is below that path. */
export const linkedBelow = (path: string, markup: string): string =>
  path === ''
    ? markup
    : markup.replaceAll(/\b(href|src)="\/(?!\/)/g, (_whole, name: string) => `${name}="${path}/`);

/** A page of this site; `body` is markup already, `at` its address. */
export const page = (title: string, body: string, at = ''): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title><link rel="stylesheet" href="${stylePath}"></head>
<body><a class="skip" href="#content">Skip to the content</a><header class="top"><nav aria-label="Pages">${Object.entries(
  menu,
)
  .map(([path, name]) => `<a href="${path}"${path === at ? ' aria-current="page"' : ''}>${name}</a>`)
  .join('')}</nav></header>
<main id="content" tabindex="-1">${body}</main></body></html>
`;
