/** Narrow screens, calm for those who ask for it, and paper: there everything folded is open. */
export const mediaStyle = `
@media screen and (max-width:60rem){.board{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media screen and (max-width:44rem){
main,.top,footer{padding-left:1rem;padding-right:1rem}
.top{padding-top:1.5rem}
.banner{padding:1.5rem 1.25rem}
.bar nav ul{flex-wrap:nowrap;overflow-x:auto}
.filter input,.filter select{max-width:8rem}
html{scroll-padding-top:9rem}
.figures{gap:1rem 2rem}
h2{margin-top:3.25rem}
.board{grid-template-columns:1fr;gap:.75rem}
.index{columns:1}
.index li{grid-template-columns:1fr;gap:0}
.problem,.doubt{padding:1.15rem 1.15rem}
.facts,.narrows,.details{grid-template-columns:1fr;gap:0}
.facts dd,.narrows dd,.details dd{margin-bottom:.55rem}
.scenario{grid-template-columns:1fr}
.scenario .meta,.scenario .body{grid-column:1}
.group>ol{padding-left:0}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody{display:block}
tr{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem .9rem;padding:.8rem 0;border-bottom:1px solid var(--line)}
td,td.number{display:block;border:0;padding:.1rem 0;text-align:left;font-size:.875rem}
td.wide{flex:1 0 100%;font-size:.9375rem}
td:not(.bare,.wide)::before{content:attr(data-label) ": ";color:var(--muted);font-size:.8125rem}
td .links{display:inline-flex;max-width:none}
}
@media (prefers-reduced-motion:reduce){.group>summary::before{transition:none}}
@media print{
@page{margin:16mm 14mm}
html{font-size:8.5pt}
body{font-size:1rem;background:#fff}
main,.top,footer{max-width:none;padding:0}
nav,.skip,.filter,.copy{display:none!important}
.banner,.pill,.card{print-color-adjust:exact;-webkit-print-color-adjust:exact}
h2,h3,summary{break-after:avoid}
h2{margin-top:2rem}
.card,.scenario,tr,.banner{break-inside:avoid}
pre{max-height:none}
details::details-content{content-visibility:visible;block-size:auto}
a{color:inherit;text-decoration:none}
}
`;
