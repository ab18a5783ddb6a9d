import type { Difference, Drift, DriftQuestion, QuestionVerdict } from '../../contract/drift.js';
import type { Language } from '../../contract/texts/language.js';
import { aligned } from '../load/summary.js';
import { limitText, timeText } from '../load/words.js';
import { type Paint, paint } from '../paint.js';
import { clip, oneLine, wrap } from '../text.js';
import { type DriftTexts, driftTexts } from './texts.js';
import {
  driftMarks,
  driftTones,
  lifetimeText,
  placeText,
  questionsWith,
  readingName,
  saysOf,
  weightTones,
} from './words.js';

export interface DriftTextOptions {
  readonly color: boolean;
  readonly width: number;
  readonly language: Language;
}

interface Terminal {
  readonly drift: Drift;
  readonly t: DriftTexts;
  readonly language: Language;
  readonly paint: Paint;
  readonly width: number;
}

/** `drift.json` for a terminal: contradictions, differences, and then what agrees. */
export function driftText(drift: Drift, { color, width, language }: DriftTextOptions): string {
  const terminal: Terminal = { drift, t: driftTexts[language], language, paint: paint(color), width };
  return [
    ...head(terminal),
    ...contradicted(terminal),
    ...differences(terminal),
    ...brief('confirmed', terminal),
    ...brief('not-seen', terminal),
    ...operations(terminal),
    ...calls(terminal),
    ...end(terminal),
  ].join('\n');
}

/** Lines of a paragraph below something. */
const indented = (text: string, by: number, width: number): string[] =>
  wrap(text, Math.max(20, width - by)).map((line) => `${' '.repeat(by)}${line}`);

function head({ drift, t, paint: { bold, dim }, width }: Terminal): string[] {
  const against = drift.against === '' ? t.against : t.againstProfile(drift.against);
  const unknown = drift.unknown_exchanges === 0 ? '' : `; ${t.unknown(drift.unknown_exchanges)}`;
  return [
    bold(oneLine(`${t.title}: ${drift.recordings.join(', ')}`)),
    ...wrap(`${t.facts(drift.exchanges, drift.upstream)}, ${against}${unknown}`, width).map(dim),
  ];
}

const titled = (title: string, count: number, { paint: { bold } }: Terminal): string[] =>
  count === 0 ? [] : ['', bold(`${title} (${count})`)];

function contradicted(terminal: Terminal): string[] {
  const { drift, t, language, paint, width } = terminal;
  const all = questionsWith(drift, 'contradicted');
  const lines = titled(t.sections.contradicted.title, all.length, terminal);
  for (const question of all) {
    const mark = paint.tone(driftTones.contradicted, driftMarks.contradicted);
    const weight = paint.tone(weightTones[question.weight], t.weights[question.weight]);
    lines.push(`${mark} ${idOf(question)}${question.asks[language]} ${paint.dim('·')} ${weight}`);
    for (const one of question.shown) {
      const name = one.reading === '' ? t.noReading : readingName(question, one.reading);
      const how = one.assumed ? `, ${t.assumed}` : `, ${placeText(one.first, drift)}`;
      const says = one.reading === '' ? one.says[language] : `${name}: ${one.says[language]}`;
      lines.push(...indented(`${says} (${t.times(one.count)}${how})`, 4, width));
    }
    lines.push(...indented(question.live[language], 4, width).map(paint.dim));
  }
  return lines;
}

const idOf = ({ unknown }: DriftQuestion): string => (unknown === '-' ? '' : `${unknown} `);

function differences(terminal: Terminal): string[] {
  const { drift, t, paint, width } = terminal;
  const lines = titled(t.sections.differences.title, drift.differences.length, terminal);
  for (const one of drift.differences) {
    const weight = paint.tone(weightTones[one.weight], t.weights[one.weight]);
    const says = oneLine(`${one.operation}: ${clip(one.what, 120)}, ${t.kinds[one.kind]}`);
    lines.push(
      `${paint.tone(weightTones[one.weight], driftMarks.contradicted)} ${says} ${paint.dim('·')} ${weight}`,
    );
    lines.push(...indented(detailsOf(one, terminal), 4, width));
  }
  return lines;
}

function detailsOf({ expected, came, count, of, first }: Difference, { drift, t }: Terminal): string {
  const parts = [
    ...(expected === '' ? [] : [t.expected(clip(expected, 200))]),
    ...(came === '' ? [] : [t.came(clip(came, 200))]),
    t.timesOf(count, of),
    placeText(first, drift),
  ];
  return parts.join(', ');
}

function brief(verdict: Exclude<QuestionVerdict, 'contradicted'>, terminal: Terminal): string[] {
  const { drift, t, language, paint, width } = terminal;
  const all = questionsWith(drift, verdict);
  const lines = titled(t.sections[verdict].title, all.length, terminal);
  for (const question of all) {
    const mark = paint.tone(driftTones[verdict], driftMarks[verdict]);
    const seen = question.shown.map((one) => `${one.says[language]} (${t.times(one.count)})`).join('; ');
    const text = `${idOf(question)}${question.asks[language]} ${seen}`;
    const [first = '', ...others] = wrap(text, Math.max(20, width - 2));
    lines.push(`${mark} ${first}`, ...others.map((line) => `  ${line}`));
  }
  return lines;
}

function operations(terminal: Terminal): string[] {
  const { drift, t, paint } = terminal;
  const { fields } = t;
  const rows = drift.operations.map((one) => [
    `${one.direction === 'out' ? '/' : ''}${one.operation}`,
    String(one.count),
    one.statuses.map(({ status, count }) => `${status}×${count}`).join(' '),
    timeText(one.median_ms),
    timeText(one.p95_ms),
    one.limit_ms === null ? '' : limitText(one.limit_ms),
    one.late === 0 ? '' : String(one.late),
  ]);
  const names = [
    fields.operation,
    fields.count,
    fields.statuses,
    fields.median,
    fields.p95,
    fields.limit,
    fields.late,
  ];
  const [first = '', ...others] = aligned([names, ...rows]);
  return [
    ...titled(t.sections.operations.title, rows.length, terminal),
    ...(rows.length > 0 ? [paint.dim(first), ...others] : []),
  ];
}

function calls(terminal: Terminal): string[] {
  const { drift, t } = terminal;
  const causing = drift.operations.filter(({ calls: all }) => all.length > 0);
  const lines = titled(t.sections.calls.title, causing.length, terminal);
  for (const { operation, calls: all, orders } of causing) {
    const order = orders.map(({ order, count }) => `${order.join(' → ')} (${t.times(count)})`).join('; ');
    lines.push(`${operation}: ${order}`);
    for (const { call, flow, obj, count, lifetime_s } of all) {
      const about = [
        flow,
        obj === '' ? '' : `obj ${obj}`,
        lifetime_s === null ? '' : `${lifetimeText(lifetime_s)} s`,
      ];
      const says = oneLine([...about, t.times(count)].filter((part) => part !== '').join(', '));
      lines.push(`    /${call}  ${says}`);
    }
  }
  return lines;
}

function end({ drift, t, paint: { bold, tone }, width }: Terminal): string[] {
  const code = drift.exit_code;
  const verdict = code === 0 ? 'confirmed' : 'contradicted';
  const tally = t.tally(questionsWith(drift, 'contradicted').length, drift.differences.length);
  const says = code === 0 ? saysOf(drift, t) : `${tally}. ${saysOf(drift, t)}`;
  return [
    '',
    tone(driftTones[verdict], bold(`${driftMarks[verdict]} ${t.ends[code]}`)),
    ...wrap(says, width),
  ];
}
