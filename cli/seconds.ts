import { said } from '../contract/texts/said.js';
import { UsageError } from './exit.js';

/** Seconds that an option was given; undefined when it was left out. @throws {UsageError} */
export function secondsOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new UsageError(
    said(`${option} ${text}: expected seconds`, `${option} ${text}: очікувано кількість секунд`),
  );
}
