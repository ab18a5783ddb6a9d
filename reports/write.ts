import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../contract/result.js';
import type { Language } from '../contract/texts/language.js';
import { htmlReport } from './html.js';
import { junitXml } from './junit.js';
import { markdownSummary } from './markdown.js';

/** The folder for the reports cannot be used; says why and what to do. Exit code 2. */
export class ReportFolderError extends Error {
  override readonly name = 'ReportFolderError';
}

/** File names that scripts rely on, and the printer of each. */
const printers: Readonly<Record<string, (result: Result, language: Language) => string>> = {
  'result.json': resultJson,
  'junit.xml': junitXml,
  'report.html': htmlReport,
  'summary.md': markdownSummary,
};

/** `result.json` to the letter: what is stored, compared and signed. */
function resultJson(result: Result): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** Files that a run may have beside the printed ones. */
const others = ['messages.ndjson', 'statement.jws'];
const everyName = [...Object.keys(printers), ...others];

export interface WriteOptions {
  readonly language?: Language;
  /** Cucumber's messages, one JSON a line, without secrets. */
  readonly messages?: string;
  /** Makes the signed statement about the reports, given by name. */
  readonly sign?: (files: Readonly<Record<string, string>>) => Promise<string>;
}

const temporary = (dir: string, name: string) => join(dir, `.${name}.${process.pid}.tmp`);

function explain(dir: string, cause: unknown): ReportFolderError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ReportFolderError(
    `Reports cannot be written to ${dir}: ${reason}. Give a folder that may be written with --report DIR.`,
    { cause },
  );
}

/**
 * Makes the folder and proves that files can be written, renamed and removed in it, so that a run of minutes
 * does not end without a report.
 *
 * @throws ReportFolderError
 */
export async function checkWritable(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
    const [probe, renamed] = [temporary(dir, 'probe'), temporary(dir, 'probe-renamed')];
    await writeFile(probe, '');
    await rename(probe, renamed);
    await rm(renamed);
    for (const name of everyName) {
      const there = await stat(join(dir, name)).catch(() => undefined);
      if (there?.isDirectory()) throw new Error(`${name} is a folder there`);
    }
  } catch (cause) {
    throw explain(dir, cause);
  }
}

/** Removes the reports of an earlier run, so that a run that breaks off does not leave a green one behind. */
export async function clearReports(dir: string): Promise<void> {
  try {
    for (const name of everyName) await rm(join(dir, name), { force: true });
  } catch (cause) {
    throw explain(dir, cause);
  }
}

/**
 * Prints every report into the folder and gives the paths. All are written beside their place before the first is
 * moved there, so that a full disk leaves the old reports and never half of a new one.
 *
 * @throws ReportFolderError
 */
export async function writeReports(
  result: Result,
  dir: string,
  { language = 'en', messages, sign }: WriteOptions = {},
): Promise<string[]> {
  const printed = Object.entries(printers).map(([name, print]) => ({ name, text: print(result, language) }));
  if (messages !== undefined) printed.push({ name: 'messages.ndjson', text: messages });
  const files = Object.fromEntries(printed.map(({ name, text }) => [name, text]));
  const texts =
    sign === undefined ? printed : [...printed, { name: 'statement.jws', text: await sign(files) }];
  try {
    await mkdir(dir, { recursive: true });
    for (const { name, text } of texts) await writeFile(temporary(dir, name), text);
    // What this run does not have must not be left of an earlier one.
    for (const name of others) await rm(join(dir, name), { force: true });
    for (const { name } of texts) await rename(temporary(dir, name), join(dir, name));
  } catch (cause) {
    for (const { name } of texts) await rm(temporary(dir, name), { force: true }).catch(() => undefined);
    throw explain(dir, cause);
  }
  return texts.map(({ name }) => join(dir, name));
}
