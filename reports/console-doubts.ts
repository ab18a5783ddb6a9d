import { followLines, most, type Printer, some } from './console-printer.js';
import type { Doubt } from './doubts.js';
import { marks } from './marks.js';
import { clip, oneLine } from './text.js';

const nameOf = ({ kind, id }: Doubt, { texts }: Printer): string =>
  oneLine(kind === 'step' ? texts.step(id).toLowerCase() : id);

/** One reason with everything that it explains; rules and steps have no cause of their own but may share a text. */
function doubtBlock([first, ...alike]: readonly [Doubt, ...Doubt[]], out: Printer): string[] {
  const name = nameOf(first, out);
  const badge = out.tone(first.verdict === 'error' ? 'bad' : 'doubt', marks[first.verdict]);
  const scenarios = first.scenarios.slice(1);
  const names = alike.map((doubt) => nameOf(doubt, out));
  return [
    `${badge} ${out.bold(name)}  ${clip(oneLine(first.name), out.width - 4 - [...name].length)}`,
    ...out.field('because', first.note === '' ? out.texts.noCheck : first.note),
    ...followLines({ scenarios, rules: first.rules }, out),
    ...(names.length === 0
      ? []
      : out.field('', `${out.texts.console.likewise}: ${some(names, most.scenarios, out)}`)),
  ];
}

/** Doubts in groups: a scenario already represents its cause; rules and steps are grouped by text. */
function alike(all: readonly Doubt[]): [Doubt, ...Doubt[]][] {
  const groups = new Map<string, [Doubt, ...Doubt[]]>();
  for (const [index, doubt] of all.entries()) {
    const key = doubt.kind === 'scenario' ? `${index}` : `${doubt.kind} ${doubt.verdict} ${doubt.note}`;
    const group = groups.get(key);
    if (group) group.push(doubt);
    else groups.set(key, [doubt]);
  }
  return [...groups.values()];
}

/** What has no reliable verdict, grouped by the reason. */
export function doubtLines(all: readonly Doubt[], out: Printer): string[] {
  const groups = alike(all);
  const more = groups.length - most.lines;
  return [
    ...groups.slice(0, most.lines).flatMap((group) => doubtBlock(group, out)),
    ...(more > 0 ? [out.line(`  ${out.texts.console.more(more)}`)] : []),
  ];
}
