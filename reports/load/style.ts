/** The curve, beside what all reports look like. */
export const chartStyle = `
.chart{margin:0}
.chart svg{display:block;width:100%;height:auto}
.chart svg.narrow{display:none}
.chart text.axis{fill:var(--soft);font-size:var(--text-xs);font-variant-numeric:tabular-nums}
.grid{stroke:var(--line);stroke-width:1}
polyline{fill:none;stroke-linejoin:round}
.line-p50{stroke:var(--good);stroke-width:1.5}
.line-p99{stroke:var(--info);stroke-width:2.5}
.line-max{stroke:var(--quiet);stroke-width:1.5;stroke-dasharray:2 3}
.line-limit{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:8 5}
.dot-p50{fill:var(--good)}
.dot-p99{fill:var(--info)}
.dot-max{fill:var(--quiet)}
.legend{display:flex;flex-wrap:wrap;gap:var(--space-2) var(--space-7);margin-top:var(--space-4);font-size:var(--text-m);color:var(--soft)}
.legend svg{vertical-align:middle}
@media screen and (max-width:44rem){.chart svg.wide{display:none}.chart svg.narrow{display:block}}
`;
