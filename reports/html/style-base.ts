/** Page, type, and what occurs everywhere. */
export const baseStyle = `
*{box-sizing:border-box}
html{scroll-padding-top:7.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
main,.top{max-width:68rem;margin:0 auto;padding:0 1.5rem}
.top{padding-top:2.5rem}
a{color:var(--link);text-underline-offset:.2em;text-decoration-thickness:1px;text-decoration-color:color-mix(in srgb,currentColor 40%,transparent)}
a:hover{text-decoration-color:currentColor}
a:focus-visible,summary:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible{outline:2px solid var(--link);outline-offset:3px;border-radius:2px}
h1,h2,h3,h4,p,ol,ul,dl,dd{margin:0;padding:0}
ol,ul{list-style:none}
h2{font-size:1.375rem;line-height:1.3;font-weight:600;letter-spacing:-.01em;margin:4.5rem 0 .4rem}
h2 .count{color:var(--muted);font-weight:400;margin-left:.35em}
.lead{color:var(--muted);max-width:44rem;margin-bottom:1.5rem}
code,pre,.id{font-family:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;font-size:.875em}
.id{white-space:nowrap;font-variant-ligatures:none}
.muted{color:var(--muted)}
.small{font-size:.875rem}
.tag{color:var(--muted);font-size:.8125rem;white-space:nowrap}
.quote{overflow-wrap:anywhere;white-space:pre-wrap}
pre{margin:.5rem 0 0;padding:1rem;max-height:28rem;overflow:auto;background:var(--page);border:1px solid var(--line);border-radius:6px;line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8125rem}
.pill{display:inline-flex;align-items:baseline;gap:.4em;padding:.1em .6em;border-radius:99px;background:var(--ground);color:var(--tone);font-size:.8125rem;font-weight:600;line-height:1.6;white-space:nowrap}
.mark{font-weight:700;min-width:.7em;text-align:center}
.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:not(:focus){position:absolute;left:-100vw}
`;
