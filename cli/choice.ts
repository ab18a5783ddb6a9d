import { type Said, said } from '../contract/texts/said.js';
import { UsageError } from './exit.js';

/** So many values are named at the most; of more, the nearest. */
const most = { short: 40, nearest: 3 };

/** Edit distance of two short words. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, symbol] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other].entries()) {
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (symbol === against ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Values by how near they are to what was written: a word that they share counts for more than letters. */
export function nearest(wrong: string, names: readonly string[]): string[] {
  const words = (text: string) => text.toLowerCase().split(/[^a-z0-9]+/);
  const cost = (name: string) => {
    const shared = words(wrong).filter((word) => word !== '' && words(name).includes(word)).length;
    return distance(wrong.toLowerCase(), name.toLowerCase()) - 3 * shared;
  };
  return names
    .map((name) => ({ name, cost: cost(name) }))
    .sort((one, other) => one.cost - other.cost)
    .map(({ name }) => name);
}

/** The name that somebody may have meant, the nearest one; empty when none is near. */
export function meant(wrong: string, names: readonly string[]): string {
  const isNear = (name: string) => distance(wrong, name) <= Math.max(2, Math.floor(name.length / 3));
  return nearest(wrong, names).find(isNear) ?? '';
}

/**
 * A value that an option does not have: all values where they are few, otherwise the nearest ones and where the rest
 * is.
 *
 * @param option as it is written, e.g. `--defect`
 * @param says what each value means; empty texts when its name says all
 */
export function unknownChoice(
  option: string,
  wrong: string,
  says: Readonly<Record<string, string>>,
  rest: Said = said('the documentation', 'документацію'),
): UsageError {
  const names = Object.keys(says);
  const near = meant(wrong, names);
  const told = (values: string, more = said('', '')): UsageError => {
    const [mean, maybe] = near === '' ? ['', ''] : [`did you mean ${near}? `, `можливо, ${near}? `];
    return new UsageError(
      said(
        `${option} ${wrong}: ${mean}expected one of${values}${more.en}`,
        `${option} ${wrong}: ${maybe}очікувано одне з${values}${more.uk}`,
      ),
    );
  };
  if (names.every((name) => says[name] === '')) return told(` ${names.join(', ')}`);
  const shown = names.length <= most.short ? names : nearest(wrong, names).slice(0, most.nearest);
  const lines = shown.map((name) => `  ${name.padEnd(20)} ${says[name]}`);
  const more = names.length - shown.length;
  const values = `\n${lines.join('\n')}`;
  if (more === 0) return told(values);
  return told(values, said(`\nand ${more} more, see ${rest.en}`, `\nі ще ${more}, див. ${rest.uk}`));
}
