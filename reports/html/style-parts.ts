/** The sections of the page, in their order. */
export const partsStyle = `
.top p{color:var(--soft);font-size:var(--text-m);letter-spacing:.02em}
.banner{margin-top:var(--space-6);padding:var(--space-8) var(--space-8) var(--space-8);border-radius:var(--radius-l);background:var(--ground);color:var(--ink)}
.banner h1{font-size:var(--text-huge);line-height:1.12;font-weight:650;letter-spacing:-.025em;color:var(--tone);display:flex;gap:.4em;align-items:baseline}
.banner .says{margin-top:var(--space-5);max-width:46rem;font-size:var(--text-l)}
.figures{display:flex;flex-wrap:wrap;gap:var(--space-6) var(--space-9);margin-top:var(--space-8)}
.figures div{display:flex;flex-direction:column-reverse}
.figures dt{font-size:var(--text-s);color:var(--ink)}
.figures dd{font-size:var(--text-xxl);line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.figures dd small{font-size:var(--text-l);font-weight:400}
.narrows{margin-top:var(--space-7);padding-top:var(--space-6);border-top:1px solid color-mix(in srgb,var(--tone) 25%,transparent);display:grid;grid-template-columns:max-content 1fr;gap:var(--space-2) var(--space-6);font-size:var(--text-m)}
.narrows dt{font-weight:600}
.narrows dd{overflow-wrap:anywhere}
.bar{position:sticky;top:0;z-index:1;background:var(--paper);margin-top:var(--space-6);padding:var(--space-4) 0 var(--space-5);border-bottom:1px solid var(--line)}
nav{margin:0}
.filter{display:none;flex-wrap:wrap;gap:var(--space-4) var(--space-6);align-items:center;margin-top:var(--space-4);font-size:var(--text-m);color:var(--soft)}
.js .filter{display:flex}
.filter input,.filter select,button{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:var(--radius-m);padding:var(--space-2) var(--space-4);max-width:11rem}
.filter input{width:10rem}
button{cursor:pointer}
button:hover{border-color:var(--accent)}
.copy{display:none;float:right;font-size:var(--text-s);margin-top:calc(-1*var(--space-7))}
.js .copy{display:block}
[hidden]{display:none!important}
.follows{margin-top:var(--space-4)}
.follows .links{margin-top:var(--space-3);font-size:var(--text-m)}
nav ul{display:flex;flex-wrap:wrap;gap:var(--space-3) var(--space-7);font-size:var(--text-m)}
nav a{text-decoration-color:transparent}

.problem,.doubt{background:var(--card);border:1px solid var(--line);border-left:3px solid var(--tone);border-radius:var(--radius-l);padding:var(--space-7) var(--space-7);margin-top:var(--space-6)}
.problem h3,.doubt h3{display:flex;flex-wrap:wrap;gap:var(--space-3) var(--space-5);align-items:baseline;font-size:var(--text-l);font-weight:600}
.problem h3 .muted,.doubt h3 .muted{font-weight:400}
.card h3::first-letter,.problem .rule::first-letter,.doubt .rule::first-letter{text-transform:uppercase}
.problem .rule,.doubt .rule{margin-top:var(--space-4);max-width:48rem;font-size:var(--text-l);line-height:1.45}
.index{margin-bottom:var(--space-8);columns:2;column-gap:var(--space-8);font-size:var(--text-m)}
.index li{display:grid;grid-template-columns:8.2rem minmax(0,1fr);gap:var(--space-4);padding:var(--space-2) 0;line-height:1.4;break-inside:avoid}
.facts{display:grid;grid-template-columns:8rem 1fr;gap:var(--space-3) var(--space-6);margin-top:var(--space-6)}
.facts dt{color:var(--soft);font-size:var(--text-m);line-height:1.7}
.facts dd{min-width:0;overflow-wrap:anywhere}
.causes{list-style:decimal;padding-left:var(--space-6)}
.causes li:only-child{list-style:none;margin-left:calc(-1*var(--space-6))}
.variant{border-top:1px solid var(--line);margin-top:var(--space-6);padding-top:var(--space-1)}
.links{display:flex;flex-wrap:wrap;gap:var(--space-1) var(--space-5)}
details.fold{margin-top:var(--space-5)}
summary{cursor:pointer}
.fold>summary{color:var(--soft);font-size:var(--text-m);width:max-content;max-width:100%}
.fold>summary:hover{color:var(--ink)}

.board{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:var(--space-6)}
.card{display:flex;flex-direction:column;background:var(--card);border:1px solid var(--line);border-top:3px solid var(--tone);border-radius:var(--radius-l);padding:var(--space-6) var(--space-6) var(--space-6)}
.card .head{display:flex;justify-content:space-between;align-items:center;gap:var(--space-4)}
.card .number{font-size:var(--text-xl);font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:-.02em;line-height:1}
.card .who{margin-top:var(--space-5);font-size:var(--text-s);color:var(--soft)}
.card h3{font-size:var(--text-l);line-height:1.35;font-weight:600;margin-top:var(--space-1);text-wrap:pretty}
.card .outcome{margin:var(--space-4) 0 var(--space-6);font-size:var(--text-m);line-height:1.45;color:var(--soft)}
.card .outcome::before{content:"\\2192\\00a0"}
.card .more{margin-top:auto;font-size:var(--text-s);color:var(--soft)}
.card:target,.scenario:target,tr:target,.problem:target{outline:2px solid var(--accent);outline-offset:2px}

table{width:100%;border-collapse:collapse;font-size:var(--text-m)}
caption{text-align:left}
th{text-align:left;font-size:var(--text-s);font-weight:600;color:var(--soft);padding:var(--space-4) var(--space-6) var(--space-4) 0;border-bottom:1px solid var(--line);vertical-align:bottom}
td{padding:var(--space-4) var(--space-6) var(--space-4) 0;border-bottom:1px solid var(--line);vertical-align:top;line-height:1.45}
td:last-child,th:last-child{padding-right:0}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
td .links{font-size:var(--text-m);max-width:15rem}

.group{border-top:1px solid var(--line)}
.group:last-of-type{border-bottom:1px solid var(--line)}
.group>summary{display:flex;flex-wrap:wrap;gap:var(--space-2) var(--space-6);align-items:baseline;padding:var(--space-5) 0;list-style:none}
.group>summary::-webkit-details-marker{display:none}
.group>summary::before{content:"\\203a";display:inline-block;width:.8em;color:var(--soft);font-size:1.1em;line-height:1;transition:transform .12s}
.group[open]>summary::before{transform:rotate(90deg)}
.group h3{font-size:var(--text-l);font-weight:600;flex:1 1 14rem}
.group>ol{padding:0 0 var(--space-6) var(--space-7)}
.scenario{display:grid;grid-template-columns:8.6rem minmax(0,1fr);gap:var(--space-1) var(--space-6);padding:var(--space-4) 0;border-top:1px solid var(--line)}
.scenario:first-child{border-top:0}
.scenario .name{line-height:1.45}
.scenario .name .id{margin-right:.55em;color:var(--soft)}
.scenario .meta{grid-column:2;display:flex;flex-wrap:wrap;gap:var(--space-1) var(--space-6);font-size:var(--text-s);color:var(--soft)}
.scenario .body{grid-column:2;min-width:0}
.scenario .note{margin-top:var(--space-2);font-size:var(--text-m)}
.scenario .facts{margin-top:var(--space-4);font-size:var(--text-m)}
.scenario .facts~.facts{margin-top:var(--space-6)}

.details{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:var(--space-3) var(--space-7);font-size:var(--text-m)}
.details dt{color:var(--soft)}
.details dd{overflow-wrap:anywhere}
footer{max-width:68rem;margin:5rem auto 0;padding:var(--space-7) var(--space-7) var(--space-9);color:var(--soft);font-size:var(--text-m)}
`;
