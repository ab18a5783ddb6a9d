/** Pages as strings, with escaped content. */
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (symbol) => `&#${symbol.charCodeAt(0)};`);

const style = `:root{color-scheme:light dark;--line:#8884}body{font:16px/1.5 system-ui,sans-serif;max-width:68rem;margin:0 auto;padding:1rem}
nav a{margin-right:1rem}h2{margin-top:2.5rem}code{font-size:.9em;overflow-wrap:anywhere}details{border:1px solid var(--line);border-radius:6px;margin:.5rem 0;padding:.4rem .8rem}
summary{cursor:pointer}.verb{display:inline-block;min-width:4.2rem;font-weight:600}.mark{border:1px solid var(--line);border-radius:4px;font-size:.8em;padding:0 .35em;white-space:nowrap}
pre{overflow-x:auto}.terms td:first-child{white-space:nowrap}.terms td:first-child code{overflow-wrap:normal}table{border-collapse:collapse;display:block;overflow-x:auto}td,th{border-top:1px solid var(--line);padding:.3rem .6rem;text-align:left;vertical-align:top}:focus-visible{outline:2px solid #06c;outline-offset:2px}`;

export const stylePath = '/docs/style.css';
export const styleSheet = style;

/** A page of this site; `body` is markup already. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title><link rel="stylesheet" href="${stylePath}"></head>
<body><nav aria-label="Pages"><a href="/">Start</a><a href="/console/reference">Reference</a><a href="/docs/operations">Operations</a><a href="/docs/bank">The bank’s side</a><a href="/docs/driver">Driver hook</a><a href="/docs/control">Control API</a><a href="/fidelity">Fidelity</a><a href="/docs/options">Options</a><a href="/openapi.json">OpenAPI</a></nav>
<main>${body}</main></body></html>
`;
