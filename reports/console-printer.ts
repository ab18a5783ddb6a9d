import { type Paint, paint } from './paint.js';
import type { Follows } from './problems.js';
import { type ConsoleOptions, columns } from './step-line.js';
import { clip, oneLine, wrap } from './text.js';
import type { ConsoleTexts } from './texts/console.js';
import { type Texts, textsOf } from './texts/index.js';
import { distinct } from './tree.js';

/** How much fits on a screen; the rest is in report.html. */
export const most = { rules: 12, variants: 3, scenarios: 8, causes: 2, lines: 20, ofBlock: 12, ofField: 2 };

export interface Printer extends Paint {
  /** `label  text`, wrapped in at most `lines` lines; without a label it continues the field before. */
  readonly field: (label: keyof ConsoleTexts['labels'] | '', text: string, lines?: number) => string[];
  readonly heading: (text: string) => string[];
  /** Number of columns. */
  readonly width: number;
  /** One line, cut to the width. */
  readonly line: (text: string) => string;
  readonly texts: Texts;
}

export function printer(options: ConsoleOptions): Printer {
  const colors = paint(options.color);
  const texts = textsOf(options.language ?? 'en');
  const { indent, labels } = texts.console;
  const width = columns(options.width);
  return {
    ...colors,
    texts,
    width,
    field: (label, text, lines = most.ofField) =>
      wrapped(text, width - indent, lines).map((line, index) =>
        index === 0
          ? `  ${colors.dim((label === '' ? '' : labels[label]).padEnd(indent - 2))}${line}`
          : `${' '.repeat(indent)}${line}`,
      ),
    heading: (text) => ['', ...wrap(text, width).map(colors.bold), ''],
    line: (text) => clip(oneLine(text), width),
  };
}

/** The first lines of a text; the last one shows that there are more. */
function wrapped(text: string, width: number, most: number): string[] {
  const lines = wrap(text, width);
  if (lines.length <= most) return lines;
  const last = `${lines[most - 1] ?? ''} …`;
  return [...lines.slice(0, most - 1), [...last].length <= width ? last : clip(last, width)];
}

/** At most `limit` of the values, and how many are left for the full report. */
export function some(values: readonly string[], limit: number, { texts }: Printer): string {
  const rest = values.length - limit;
  const shown = values.slice(0, limit).join(', ');
  return rest > 0 ? `${shown} ${texts.console.more(rest)}` : shown;
}

/** What could not be verified or was broken because of it, in one field. */
export function followLines({ scenarios, rules }: Follows, out: Printer): string[] {
  const { texts, field } = out;
  const ids = distinct(scenarios.map(({ id }) => id));
  const parts = [
    ...(ids.length === 0
      ? []
      : [`${texts.console.notVerified(ids.length)}: ${some(ids, most.scenarios, out)}`]),
    ...(rules.length === 0 ? [] : [`${texts.rules(rules.length)}: ${some(rules, most.scenarios, out)}`]),
  ];
  return parts.length === 0 ? [] : field('follows', parts.join('; '));
}
