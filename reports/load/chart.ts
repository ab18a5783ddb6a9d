import { html, joined, type Markup } from '../html/markup.js';
import { linear, logarithmic, type Scale } from './scale.js';
import { limitText } from './words.js';

export interface Series {
  /** Decides how the line looks. */
  readonly name: 'p50' | 'p99' | 'max';
  readonly label: string;
  readonly points: readonly (readonly [x: number, ms: number])[];
}

export interface Chart {
  /** What it shows, for those who do not see it. */
  readonly says: string;
  readonly xLabel: string;
  readonly series: readonly Series[];
  readonly limit: { readonly label: string; readonly ms: number };
}

interface Size {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly ticks: number;
}

/** One for each width of a screen, so that letters keep their size. */
const sizes: readonly Size[] = [
  { name: 'wide', width: 960, height: 340, ticks: 10 },
  { name: 'narrow', width: 350, height: 280, ticks: 5 },
];

const margin = { left: 52, right: 10, top: 10, bottom: 40 };

/** A curve as SVG, with a legend; it needs no script. */
export function chart(given: Chart): Markup {
  const drawings = sizes.map((size) => drawing(given, size));
  const legend = [
    ...given.series.map(({ name, label }) => [name, label] as const),
    ['limit', given.limit.label] as const,
  ].map(
    ([name, label]) =>
      html`<li><svg width="28" height="10" aria-hidden="true"><line class="line-${name}" x1="1" y1="5" x2="27" y2="5"/></svg> ${label}</li>`,
  );
  return html`<figure class="chart" role="img" aria-label="${given.says}">${drawings}</figure>
<ul class="legend">${legend}</ul>
`;
}

function drawing({ series, limit, xLabel }: Chart, size: Size): Markup {
  const points = series.flatMap((one) => one.points);
  const xs = points.map(([x]) => x);
  const x = linear(Math.min(...xs, 0), Math.max(...xs, 1), size.ticks);
  const y = logarithmic([limit.ms, ...points.map(([, ms]) => ms)]);
  const [left, right] = [margin.left, size.width - margin.right];
  const [top, bottom] = [margin.top, size.height - margin.bottom];
  const px = (value: number) => round(left + x.at(value) * (right - left));
  const py = (ms: number) => round(bottom - y.at(ms) * (bottom - top));
  const lines = series.map((one) => line(one, px, py));
  return html`<svg class="${size.name}" viewBox="0 0 ${size.width} ${size.height}" aria-hidden="true" focusable="false">
${gridOf(y, py, left, right)}
${ticksOf(x, px, bottom)}
<text class="axis" x="${right}" y="${size.height - 4}" text-anchor="end">${xLabel}</text>
<line class="line-limit" x1="${left}" x2="${right}" y1="${py(limit.ms)}" y2="${py(limit.ms)}"/>
${lines}</svg>
`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function line({ name, points }: Series, px: (x: number) => number, py: (ms: number) => number): Markup {
  const corners = points.map(([x, ms]) => `${px(x)},${py(ms)}`).join(' ');
  // Few points are shown as such; many are a line.
  const dots =
    points.length > 40
      ? []
      : points.map(([x, ms]) => html`<circle class="dot-${name}" cx="${px(x)}" cy="${py(ms)}" r="3"/>`);
  return html`<polyline class="line-${name}" points="${corners}"/>${joined(dots)}
`;
}

const gridOf = (y: Scale, py: (ms: number) => number, left: number, right: number): Markup =>
  joined(
    y.ticks.map(
      (ms) =>
        html`<line class="grid" x1="${left}" x2="${right}" y1="${py(ms)}" y2="${py(ms)}"/><text class="axis" x="${left - 8}" y="${py(ms) + 4}" text-anchor="end">${limitText(ms)}</text>`,
    ),
  );

const ticksOf = (x: Scale, px: (value: number) => number, bottom: number): Markup =>
  joined(
    x.ticks.map(
      (value) =>
        html`<text class="axis" x="${px(value)}" y="${bottom + 16}" text-anchor="middle">${value}</text>`,
    ),
  );
