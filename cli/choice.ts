import { meant, nearest } from '../contract/nearest.js';
import { type Said, said } from '../contract/texts/said.js';
import { UsageError } from './exit.js';

/** So many values are named at the most; of more, the nearest. */
const most = { short: 40, nearest: 3 };

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
