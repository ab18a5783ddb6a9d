import type { LoadResult, LoadStage } from '../../contract/load.js';
import type { Language } from '../../contract/texts/language.js';
import { paint } from '../paint.js';
import { wrap } from '../text.js';
import { faultWords } from './faults.js';
import { kindName, loadTexts } from './texts.js';
import {
  decisive,
  faultsOf,
  loadMarks,
  loadSays,
  loadTones,
  rateText,
  shareText,
  timeText,
} from './words.js';

export interface SummaryOptions {
  readonly color: boolean;
  readonly width: number;
  readonly language: Language;
}

/** Cells below each other, the first column to the left and the others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}

/** One stage in a line. */
export function stageLine(stage: LoadStage, language: Language): string {
  const t = loadTexts[language];
  const { all, verdict } = stage;
  return [
    `${loadMarks[verdict]} ${t.measuring(rateText(stage.rate), rateText(stage.seconds))}:`,
    `${t.figures.inTime} ${shareText(all)},`,
    `${t.figures.p99} ${timeText(all.p99_ms)},`,
    `${t.figures.slowest} ${timeText(all.max_ms)}`,
  ].join(' ');
}

/** The end of the output: figures by kind, what went wrong, and the verdict. */
export function loadSummary(result: LoadResult, { color, width, language }: SummaryOptions): string {
  const t = loadTexts[language];
  const { bold, dim, tone } = paint(color);
  const stage = decisive(result);
  const lines: string[] = [];
  if (stage !== undefined) {
    const head = [
      '',
      t.fields.due,
      t.fields.inTime,
      t.fields.failed,
      t.fields.median,
      t.fields.p99,
      t.fields.slowest,
    ];
    const rows = stage.kinds.map((kind) => [
      kindName(kind.kind, language),
      String(kind.due),
      shareText(kind),
      String(kind.failed),
      ...[kind.p50_ms, kind.p99_ms, kind.max_ms].map(timeText),
    ]);
    const [first = '', ...others] = aligned([head, ...rows]);
    lines.push(dim(first), ...others, '');
    const { p99_ms, max_ms, to_blame } = stage.generator;
    lines.push(dim(`${t.narrows.generator}: ${t.generator(timeText(p99_ms), timeText(max_ms))}`));
    if (to_blame > 0) lines.push(t.toBlame(to_blame));
  }
  for (const one of result.left_out) lines.push(`${t.narrows.leftOut}: ${t.leftOut[one]}`);
  for (const { rates, kind, fault, count, example } of faultsOf(result)) {
    const { name, fix } = faultWords[fault];
    lines.push(
      '',
      bold(
        `${rates.length === 0 ? '' : `${rates.map(rateText).join(', ')}/s `}${kindName(kind, language)}: ${name[language]} (${count})`,
      ),
    );
    lines.push(...wrap(example, width - 2).map((line) => `  ${line}`));
    lines.push(...wrap(fix[language], width - 2).map((line) => `  ${line}`));
  }
  if (result.note !== '') lines.push('', ...wrap(result.note, width));
  const { verdict } = result;
  lines.push('', tone(loadTones[verdict], bold(`${loadMarks[verdict]} ${t.verdicts[verdict]}`)));
  lines.push(...wrap(loadSays(result, language), width));
  return lines.join('\n');
}
