import type { LoadStage } from '../../contract/load.js';
import { html, type Markup, nothing } from '../html/markup.js';
import { chart, type Series } from './chart.js';
import { type LoadPage, timeText } from './words.js';

/** The curve: over time, or over the rates of a search. */
export function curve({ result, texts }: LoadPage): Markup {
  const { stages, ramp, limit_ms } = result;
  const [first] = stages;
  if (first === undefined) return nothing;
  const points = ramp === null ? overTime(first) : overRates(stages);
  const series = (['p50', 'p99', 'max'] as const).map(
    (name): Series => ({
      name,
      label: texts.series[name],
      points: points.map((point) => [point.x, point[name]]),
    }),
  );
  const worst = Math.max(0, ...points.map(({ p99 }) => p99));
  const t = texts.sections.curve;
  return html`<section aria-labelledby="curve">
<h2 id="curve">${t.title}</h2>
<p class="lead">${ramp === null ? t.single : t.ramp}</p>
${chart({
  says: texts.chart(timeText(limit_ms), timeText(worst)),
  xLabel: ramp === null ? texts.axes.time : texts.axes.rate,
  series,
  limit: { label: texts.series.limit, ms: limit_ms },
})}</section>
`;
}

interface Point {
  readonly x: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

const overTime = ({ slices }: LoadStage): Point[] =>
  slices.map(({ at_s, p50_ms, p99_ms, max_ms }) => ({ x: at_s, p50: p50_ms, p99: p99_ms, max: max_ms }));

/** The last measurement at a rate counts. */
function overRates(stages: readonly LoadStage[]): Point[] {
  const latest = new Map(stages.map((stage) => [stage.rate, stage.all]));
  return [...latest]
    .map(([x, { p50_ms, p99_ms, max_ms }]) => ({ x, p50: p50_ms, p99: p99_ms, max: max_ms }))
    .toSorted((a, b) => a.x - b.x);
}
