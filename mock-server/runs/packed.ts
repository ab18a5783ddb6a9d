import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readJson } from '../../contract/read-json.js';
import { type Result, result } from '../../contract/result.js';

/** Results and reports are kept as they come: gzip. */

/** Bytes of a result or report before it was packed, and packed. */
const longest = 64 * 1024 * 1024;
export const longestPacked = 16 * 1024 * 1024;

const unzip = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip);

/** The text of something packed; undefined if it is damaged or too large. */
export async function textOf(packed: Buffer | undefined): Promise<string | undefined> {
  if (packed === undefined) return undefined;
  try {
    return (await unzip(packed, { maxOutputLength: longest })).toString();
  } catch {
    return undefined;
  }
}

/** A result tree; undefined if it is not one. */
export async function resultOf(packed: Buffer | undefined): Promise<Result | undefined> {
  const text = await textOf(packed);
  const parsed = result.safeParse(text === undefined ? undefined : readJson(text));
  return parsed.success ? parsed.data : undefined;
}
