import { lookStyle } from '../../contract/look.js';

/** Where the sheet of these pages is; the policy allows no style within a page. */
export const stylePath = '/docs/style.css';

/** Pages that are read: the same look as the console, set wider. */
export const styleSheet = `${lookStyle()}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:var(--text-l)/1.55 var(--sans)}
.top{position:sticky;top:0;z-index:2;background:var(--card);border-bottom:1px solid var(--line)}
.top nav{display:flex;flex-wrap:wrap;gap:var(--space-1) var(--space-2);max-width:72rem;margin:0 auto;padding:var(--space-3) var(--space-6);font-size:var(--text-m)}
.top a{padding:var(--space-2) var(--space-4);border-radius:var(--radius-m);color:var(--ink);text-decoration:none}
.top a:hover{background:var(--sunk)}
.top a[aria-current]{background:var(--accent-soft);color:var(--accent);font-weight:600}
.skip:not(:focus){position:absolute;left:-100vw}
main{max-width:72rem;margin:0 auto;padding:var(--space-7) var(--space-6) var(--space-9)}
h1{font-size:var(--text-xxl);line-height:1.25;letter-spacing:-.01em;margin:0 0 var(--space-6)}
h2{font-size:var(--text-xl);line-height:1.3;margin:var(--space-9) 0 var(--space-4)}
h3{font-size:var(--text-l);margin:var(--space-7) 0 var(--space-3)}
h4{font-size:var(--text-m);margin:var(--space-5) 0 var(--space-2)}
h1,h2,h3,h4{font-weight:650}
h2,h3{scroll-margin-top:4rem}
p,ul,ol{max-width:78ch}
a{color:var(--accent);text-underline-offset:.2em}
code,pre{font-family:var(--mono);font-size:.9em}
code{overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:var(--space-5);background:var(--sunk);border-radius:var(--radius-m);line-height:1.45}
pre code{font-size:1em}
details{background:var(--card);border:1px solid var(--line);border-radius:var(--radius-m);margin:var(--space-4) 0;padding:var(--space-4) var(--space-5)}
summary{cursor:pointer}
.verb{display:inline-block;min-width:4.2rem;font-weight:600;font-family:var(--mono);font-size:.9em}
.mark{border-radius:var(--radius-full);background:var(--sunk);color:var(--soft);font-size:var(--text-xs);font-weight:600;padding:0 .55em;white-space:nowrap}
table{border-collapse:collapse;display:block;overflow-x:auto;font-size:var(--text-m);margin:var(--space-5) 0}
.scrolls{overflow-x:auto}
.scrolls table{display:table}
th{color:var(--soft);font-size:var(--text-xs);font-weight:600}
td,th{border-top:1px solid var(--line);padding:var(--space-3) var(--space-5);text-align:left;vertical-align:top}
td p:first-child{margin-top:0}
td p:last-child{margin-bottom:0}
.terms td:first-child{white-space:nowrap}
.terms td:first-child code{overflow-wrap:normal}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:var(--radius-s)}
@media (max-width:44rem){.top{position:static}main{padding-top:var(--space-6)}}
`;
