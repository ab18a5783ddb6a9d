import { readFile } from 'node:fs/promises';
import { type Compared, compareResults } from '../../contract/compared.js';
import { inOurWords } from '../../contract/in-our-words.js';
import { printableLines } from '../../contract/printable.js';
import { type Result, result } from '../../contract/result.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { partInUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { comparedText } from '../../reports/compared-text.js';
import { type Difference, diffResults } from '../../reports/diff.js';
import { languageOf } from '../language.js';

export interface DiffCommand {
  /** Prints every difference by its place in the results. */
  readonly all?: boolean;
  readonly json?: boolean;
  readonly lang?: string;
}

/** Places that follow from scenarios whose verdict has changed. */
const following = /^(?:rules|plan|causes|verdict|exit_code|robustness)\b/;

/** Differences beside the scenarios whose verdict has changed, and what follows from them. */
function beside(differences: readonly Difference[], compared: Compared): readonly Difference[] {
  const { broken, mended, unverified, verified, only } = compared;
  const turned = [broken, mended, unverified, verified].flat().flatMap(({ scenarios }) => scenarios);
  const told = [...turned.map(({ id, scheme }) => `${id} ${scheme ?? ''}`.trim()), ...only.flat()];
  if (told.length === 0) return differences;
  const known = new Set(told.map((name) => `scenarios[${name}]`));
  return differences.filter(
    ({ path }) => !following.test(path) && !known.has(path.slice(0, path.indexOf(']') + 1)),
  );
}

/** `dcm report diff A B`: returns 1 if two results differ in what should be the same in each run. */
export async function diff(first: string, second: string, options: DiffCommand): Promise<number> {
  const [before, after] = [await readResult(first), await readResult(second)];
  const differences = diffResults(before, after);
  const compared = compareResults(before, after);
  const code = differences.length === 0 ? 0 : 1;
  if (options.json) {
    console.log(JSON.stringify({ ...compared, differences }, null, 2));
    return code;
  }
  if (options.all)
    for (const { path, a, b } of differences)
      console.log(printableLines(`${path}\n  ${first}: ${a}\n  ${second}: ${b}`));
  const others = options.all ? 0 : beside(differences, compared).length;
  const width = process.stdout.columns ?? 100;
  // What took longer is told only beside what should be the same.
  const told = code === 0 ? { ...compared, slower: [] } : compared;
  console.log(comparedText(told, { others, language: languageOf(options.lang), width }));
  return code;
}

/** @throws {UsageError} if it is not a result.json */
export async function readResult(file: string): Promise<Result> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      error.code === 'EISDIR'
        ? said(
            `${file}: this is a folder; name the file result.json in it`,
            `${file}: це тека; вкажіть файл result.json у ній`,
          )
        : said(`${file}: cannot be read: ${error.message}`, `${file}: файл не читається: ${error.message}`),
    );
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError(
      said(
        `${file}: not JSON, or cut off: ${message}; expected result.json of a run of dcm verify`,
        `${file}: це не JSON, або його обірвано: ${message}; очікувано result.json прогону dcm verify`,
      ),
    );
  }
  const parsed = result.safeParse(content, inOurWords);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const [where, problem] = [issue?.path.join('.') ?? '', issue?.message ?? ''];
  throw new UsageError(
    said(
      `${file}: not a result.json of this version: ${where}: ${problem}`,
      `${file}: це не result.json цієї версії: ${where}: ${partInUkrainian(problem) ?? problem}`,
    ),
  );
}
