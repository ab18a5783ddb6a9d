import { readFile } from 'node:fs/promises';
import { printableLines } from '../../contract/printable.js';
import { type Result, result } from '../../contract/result.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { diffResults } from '../../reports/diff.js';

/** `dcm report diff A B`: returns 1 if two results differ in what should be the same in each run. */
export async function diff(first: string, second: string): Promise<number> {
  const differences = diffResults(await readResult(first), await readResult(second));
  for (const { path, a, b } of differences)
    console.log(printableLines(`${path}\n  ${first}: ${a}\n  ${second}: ${b}`));
  console.log(differences.length === 0 ? 'no differences' : `${differences.length} differences`);
  return differences.length === 0 ? 0 : 1;
}

/** @throws {UsageError} if it is not a result.json */
export async function readResult(file: string): Promise<Result> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(
      said(
        `${file}: cannot be read as JSON: ${(error as Error).message}`,
        `${file}: не читається як JSON: ${(error as Error).message}`,
      ),
    );
  }
  const parsed = result.safeParse(content);
  if (!parsed.success)
    throw new UsageError(
      said(
        `${file}: not a result.json: ${parsed.error.issues[0]?.message}`,
        `${file}: це не result.json: ${parsed.error.issues[0]?.message}`,
      ),
    );
  return parsed.data;
}
