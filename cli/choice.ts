import { meant, nearest } from '../contract/nearest.js';
import { type Said, said, UsageError } from '../contract/texts/said.js';

/** Lists at most `short` values; of a longer list, only the `nearest` ones. */
const most = { short: 64, nearest: 3 };

/**
 * An error for a wrong value of an option. It lists all values if they are few, otherwise the nearest ones and where to
 * find the rest.
 *
 * @param option as it is written, e.g. `--defect`
 * @param says what each value means; empty if the name is enough
 */
export function unknownChoice(
  option: string,
  wrong: string,
  says: Readonly<Record<string, string>>,
  rest: Said = said('the documentation', 'документацію'),
): UsageError {
  const names = Object.keys(says);
  const near = meant(wrong, names);
  const wrongValue = (values: string, more = said('', '')): UsageError => {
    const [mean, maybe] = near === '' ? ['', ''] : [`did you mean ${near}? `, `можливо, ${near}? `];
    return new UsageError(
      said(
        `${option} ${wrong}: ${mean}expected one of${values}${more.en}`,
        `${option} ${wrong}: ${maybe}очікувано одне з${values}${more.uk}`,
      ),
    );
  };
  if (names.every((name) => says[name] === '')) return wrongValue(` ${names.join(', ')}`);
  const shown = names.length <= most.short ? names : nearest(wrong, names).slice(0, most.nearest);
  const lines = shown.map((name) => `  ${name.padEnd(20)} ${says[name]}`);
  const more = names.length - shown.length;
  const values = `\n${lines.join('\n')}`;
  if (more === 0) return wrongValue(values);
  return wrongValue(values, said(`\nand ${more} more, see ${rest.en}`, `\nі ще ${more}, див. ${rest.uk}`));
}
