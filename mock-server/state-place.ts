import { maskedUrl } from '../contract/masked-url.js';
import { said, UsageError } from '../contract/texts/said.js';

/** Whether a state is kept in a database, and not in a file: what `--state` names. */
export const isDatabase = (state: string | undefined): state is string =>
  state !== undefined && /^postgres(?:ql)?:\/\//i.test(state);

/** Whether it is meant as a URL: no file of a state is called like that. */
const isUrl = (state: string): boolean => /:\/\/|^postg\w*:|\/\/[^/]*:.*@/i.test(state);

/** Where a password stands if its host was forgotten. */
const withoutHost = /^([^@]*:\/\/[^:/?#@[]*):(?!\d*(?:[/?#]|$))[^@]*$/;

/** The place of a state as it may be shown: without a password. */
export const shownPlace = (state: string): string =>
  isUrl(state) ? maskedUrl(state.replace(withoutHost, '$1:***')) : state;

/**
 * Refuses a URL that is not one of a database: it would be taken for the name of a file.
 *
 * @throws {UsageError} without the password that may be in it
 */
export function requirePlace(state: string | undefined): void {
  if (state === undefined || isDatabase(state) || !isUrl(state)) return;
  const place = shownPlace(state);
  throw new UsageError(
    said(
      `--state ${place}: expected the name of a file, or postgres://USER:PASSWORD@HOST/DATABASE`,
      `--state ${place}: очікувано назву файлу або postgres://USER:PASSWORD@HOST/DATABASE`,
    ),
  );
}
