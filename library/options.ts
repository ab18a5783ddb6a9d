import { meant } from '../contract/nearest.js';
import { said, UsageError } from '../contract/texts/said.js';

/** Names of all options; the type makes a list that lacks one an error. */
export type Names<Options> = Readonly<Record<keyof Required<Options>, true>>;

/**
 * A misspelled option must not be ignored: a run would be another one than its caller thinks.
 *
 * @param of what takes the options, as its caller names it
 * @throws {UsageError}
 */
export function requireNames<Options extends object>(
  of: string,
  given: Options,
  names: Names<Options>,
): void {
  const known = Object.keys(names);
  const wrong = Object.keys(given).find((name) => !known.includes(name));
  if (wrong === undefined) return;
  const near = meant(wrong, known);
  throw new UsageError(
    near === ''
      ? said(
          `${of}: unknown option ${wrong}; there are ${known.join(', ')}`,
          `${of}: невідомий параметр ${wrong}; є такі: ${known.join(', ')}`,
        )
      : said(
          `${of}: unknown option ${wrong}; did you mean ${near}?`,
          `${of}: невідомий параметр ${wrong}; можливо, ви мали на увазі ${near}?`,
        ),
  );
}

/** @throws {UsageError} if it is given and no number from 0 to `most` */
export function requireNumber(name: string, given: unknown, most = Number.MAX_SAFE_INTEGER): void {
  if (given === undefined || (typeof given === 'number' && given >= 0 && given <= most)) return;
  const range = most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`;
  const ukrainianRange = most === Number.MAX_SAFE_INTEGER ? '' : ` до ${most}`;
  throw new UsageError(
    said(
      `${name}: expected a number from 0${range || ' on'}, not ${String(given)}`,
      `${name}: очікувано число від 0${ukrainianRange}, а не ${String(given)}`,
    ),
  );
}
