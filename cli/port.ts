import { said, UsageError } from '../contract/texts/said.js';

/** The port in an option. @throws {UsageError} */
export function portOf(option: string, text: string): number {
  const port = Number(text);
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(
    said(
      `${option} ${text}: expected a number from 0 to 65535; 0 picks a free one`,
      `${option} ${text}: очікувано число від 0 до 65535; 0 означає будь-який вільний`,
    ),
  );
}
