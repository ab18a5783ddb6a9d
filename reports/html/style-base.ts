/** Page, type, and what occurs everywhere. */
export const baseStyle = `
*{box-sizing:border-box}
html{scroll-padding-top:7.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:var(--text-l)/1.55 var(--sans)}
main,.top{max-width:68rem;margin:0 auto;padding:0 var(--space-7)}
.top{padding-top:var(--space-8)}
a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:1px;text-decoration-color:color-mix(in srgb,currentColor 40%,transparent)}
a:hover{text-decoration-color:currentColor}
a:focus-visible,summary:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:var(--radius-s)}
h1,h2,h3,h4,p,ol,ul,dl,dd{margin:0;padding:0}
ol,ul{list-style:none}
h2{font-size:var(--text-xl);line-height:1.3;font-weight:600;letter-spacing:-.01em;margin:4.5rem 0 var(--space-3)}
h2 .count{color:var(--soft);font-weight:400;margin-left:.35em}
.lead{color:var(--soft);max-width:44rem;margin-bottom:var(--space-7)}
code,pre,.id{font-family:var(--mono);font-size:.875em}
.id{white-space:nowrap;font-variant-ligatures:none}
.muted{color:var(--soft)}
.small{font-size:var(--text-m)}
.tag{color:var(--soft);font-size:var(--text-s);white-space:nowrap}
.quote{overflow-wrap:anywhere;white-space:pre-wrap}
pre{margin:var(--space-4) 0 0;padding:var(--space-6);max-height:28rem;overflow:auto;background:var(--paper);border:1px solid var(--line);border-radius:var(--radius-m);line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere;font-size:var(--text-s)}
.pill{display:inline-flex;align-items:baseline;gap:.4em;padding:.1em .6em;border-radius:var(--radius-full);background:var(--ground);color:var(--tone);font-size:var(--text-s);font-weight:600;line-height:1.6;white-space:nowrap}
.mark{font-weight:700;min-width:.7em;text-align:center}
.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:not(:focus){position:absolute;left:-100vw}
`;
