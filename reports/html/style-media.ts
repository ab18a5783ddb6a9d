/** Narrow screens, calm for those who ask for it, and paper: there everything folded is open. */
export const mediaStyle = `
@media screen and (max-width:60rem){.board{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media screen and (max-width:44rem){
main,.top,footer{padding-left:var(--space-6);padding-right:var(--space-6)}
.top{padding-top:var(--space-7)}
.banner{padding:var(--space-7) var(--space-6)}
.bar nav ul{flex-wrap:nowrap;overflow-x:auto}
.filter input,.filter select{max-width:8rem}
html{scroll-padding-top:9rem}
.figures{gap:var(--space-6) var(--space-8)}
h2{margin-top:var(--space-9)}
.board{grid-template-columns:1fr;gap:var(--space-5)}
.index{columns:1}
.index li{grid-template-columns:1fr;gap:0}
.problem,.doubt{padding:var(--space-6) var(--space-6)}
.facts,.narrows,.details{grid-template-columns:1fr;gap:0}
.facts dd,.narrows dd,.details dd{margin-bottom:var(--space-4)}
.scenario{grid-template-columns:1fr}
.scenario .meta,.scenario .body{grid-column:1}
.group>ol{padding-left:0}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody{display:block}
tr{display:flex;flex-wrap:wrap;align-items:baseline;gap:var(--space-1) var(--space-6);padding:var(--space-5) 0;border-bottom:1px solid var(--line)}
td,td.number{display:block;border:0;padding:var(--space-1) 0;text-align:left;font-size:var(--text-m)}
td.wide{flex:1 0 100%;font-size:var(--text-m)}
td:not(.bare,.wide)::before{content:attr(data-label) ": ";color:var(--soft);font-size:var(--text-s)}
td .links{display:inline-flex;max-width:none}
}
@media (prefers-reduced-motion:reduce){.group>summary::before{transition:none}}
@media print{
@page{margin:16mm 14mm}
html{font-size:8.5pt}
body{font-size:var(--text-l);background:var(--card)}
main,.top,footer{max-width:none;padding:0}
nav,.skip,.filter,.copy{display:none!important}
.banner,.pill,.card{print-color-adjust:exact;-webkit-print-color-adjust:exact}
h2,h3,summary{break-after:avoid}
h2{margin-top:var(--space-8)}
.card,.scenario,tr,.banner{break-inside:avoid}
pre{max-height:none}
details::details-content{content-visibility:visible;block-size:auto}
a{color:inherit;text-decoration:none}
}
`;
