import { said, UsageError } from '../contract/texts/said.js';

/** The seconds in an option; undefined if it was omitted. @throws {UsageError} */
export function secondsOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new UsageError(
    said(`${option} ${text}: expected a number of seconds`, `${option} ${text}: очікувано кількість секунд`),
  );
}
