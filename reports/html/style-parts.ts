/** The sections of the page, in their order. */
export const partsStyle = `
.top p{color:var(--muted);font-size:.875rem;letter-spacing:.02em}
.banner{margin-top:1rem;padding:2.25rem 2.5rem 2rem;border-radius:12px;background:var(--ground);color:var(--ink)}
.banner h1{font-size:clamp(1.9rem,1.2rem + 3vw,2.9rem);line-height:1.12;font-weight:650;letter-spacing:-.025em;color:var(--tone);display:flex;gap:.4em;align-items:baseline}
.banner .says{margin-top:.7rem;max-width:46rem;font-size:1.0625rem}
.figures{display:flex;flex-wrap:wrap;gap:1.1rem 2.6rem;margin-top:1.9rem}
.figures div{display:flex;flex-direction:column-reverse}
.figures dt{font-size:.8125rem;color:var(--ink)}
.figures dd{font-size:1.625rem;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.figures dd small{font-size:.95rem;font-weight:400}
.narrows{margin-top:1.7rem;padding-top:1.2rem;border-top:1px solid color-mix(in srgb,var(--tone) 25%,transparent);display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.25rem;font-size:.9375rem}
.narrows dt{font-weight:600}
.narrows dd{overflow-wrap:anywhere}
.bar{position:sticky;top:0;z-index:1;background:var(--page);margin-top:1rem;padding:.6rem 0 .7rem;border-bottom:1px solid var(--line)}
nav{margin:0}
.filter{display:none;flex-wrap:wrap;gap:.45rem .9rem;align-items:center;margin-top:.55rem;font-size:.875rem;color:var(--muted)}
.js .filter{display:flex}
.filter input,.filter select,button{font:inherit;color:var(--ink);background:var(--surface);border:1px solid var(--line);border-radius:6px;padding:.25rem .5rem;max-width:11rem}
.filter input{width:10rem}
button{cursor:pointer}
button:hover{border-color:var(--link)}
.copy{display:none;float:right;font-size:.8125rem;margin-top:-1.4rem}
.js .copy{display:block}
[hidden]{display:none!important}
.follows{margin-top:.6rem}
.follows .links{margin-top:.4rem;font-size:.875rem}
nav ul{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;font-size:.9375rem}
nav a{text-decoration-color:transparent}

.problem,.doubt{background:var(--surface);border:1px solid var(--line);border-left:3px solid var(--tone);border-radius:8px;padding:1.5rem 1.75rem;margin-top:1rem}
.problem h3,.doubt h3{display:flex;flex-wrap:wrap;gap:.35rem .8rem;align-items:baseline;font-size:1rem;font-weight:600}
.problem h3 .muted,.doubt h3 .muted{font-weight:400}
.card h3::first-letter,.problem .rule::first-letter,.doubt .rule::first-letter{text-transform:uppercase}
.problem .rule,.doubt .rule{margin-top:.5rem;max-width:48rem;font-size:1.0625rem;line-height:1.45}
.index{margin-bottom:2rem;columns:2;column-gap:2.5rem;font-size:.9375rem}
.index li{display:grid;grid-template-columns:8.2rem minmax(0,1fr);gap:.6rem;padding:.3rem 0;line-height:1.4;break-inside:avoid}
.facts{display:grid;grid-template-columns:8rem 1fr;gap:.4rem 1rem;margin-top:1rem}
.facts dt{color:var(--muted);font-size:.875rem;line-height:1.7}
.facts dd{min-width:0;overflow-wrap:anywhere}
.causes{list-style:decimal;padding-left:1.2rem}
.causes li:only-child{list-style:none;margin-left:-1.2rem}
.variant{border-top:1px solid var(--line);margin-top:1.1rem;padding-top:.1rem}
.links{display:flex;flex-wrap:wrap;gap:.1rem .8rem}
details.fold{margin-top:.7rem}
summary{cursor:pointer}
.fold>summary{color:var(--muted);font-size:.875rem;width:max-content;max-width:100%}
.fold>summary:hover{color:var(--ink)}

.board{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:1rem}
.card{display:flex;flex-direction:column;background:var(--surface);border:1px solid var(--line);border-top:3px solid var(--tone);border-radius:8px;padding:1rem 1.1rem 1.05rem}
.card .head{display:flex;justify-content:space-between;align-items:center;gap:.5rem}
.card .number{font-size:1.375rem;font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:-.02em;line-height:1}
.card .who{margin-top:.85rem;font-size:.8125rem;color:var(--muted)}
.card h3{font-size:.9844rem;line-height:1.35;font-weight:600;margin-top:.1rem;text-wrap:pretty}
.card .outcome{margin:.45rem 0 .9rem;font-size:.875rem;line-height:1.45;color:var(--muted)}
.card .outcome::before{content:"\\2192\\00a0"}
.card .more{margin-top:auto;font-size:.8125rem;color:var(--muted)}
.card:target,.scenario:target,tr:target,.problem:target{outline:2px solid var(--link);outline-offset:2px}

table{width:100%;border-collapse:collapse;font-size:.9375rem}
caption{text-align:left}
th{text-align:left;font-size:.8125rem;font-weight:600;color:var(--muted);padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--line);vertical-align:bottom}
td{padding:.6rem .9rem .6rem 0;border-bottom:1px solid var(--line);vertical-align:top;line-height:1.45}
td:last-child,th:last-child{padding-right:0}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
td .links{font-size:.875rem;max-width:15rem}

.group{border-top:1px solid var(--line)}
.group:last-of-type{border-bottom:1px solid var(--line)}
.group>summary{display:flex;flex-wrap:wrap;gap:.3rem .9rem;align-items:baseline;padding:.85rem 0;list-style:none}
.group>summary::-webkit-details-marker{display:none}
.group>summary::before{content:"\\203a";display:inline-block;width:.8em;color:var(--muted);font-size:1.1em;line-height:1;transition:transform .12s}
.group[open]>summary::before{transform:rotate(90deg)}
.group h3{font-size:1rem;font-weight:600;flex:1 1 14rem}
.group>ol{padding:0 0 1rem 1.7rem}
.scenario{display:grid;grid-template-columns:8.6rem minmax(0,1fr);gap:.1rem .9rem;padding:.55rem 0;border-top:1px solid var(--line)}
.scenario:first-child{border-top:0}
.scenario .name{line-height:1.45}
.scenario .name .id{margin-right:.55em;color:var(--muted)}
.scenario .meta{grid-column:2;display:flex;flex-wrap:wrap;gap:.1rem .9rem;font-size:.8125rem;color:var(--muted)}
.scenario .body{grid-column:2;min-width:0}
.scenario .note{margin-top:.3rem;font-size:.9375rem}
.scenario .facts{margin-top:.5rem;font-size:.9375rem}
.scenario .facts~.facts{margin-top:1.25rem}

.details{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.35rem 1.75rem;font-size:.9375rem}
.details dt{color:var(--muted)}
.details dd{overflow-wrap:anywhere}
footer{max-width:68rem;margin:5rem auto 0;padding:1.5rem 1.5rem 3rem;color:var(--muted);font-size:.875rem}
`;
