import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../contract/result.js';
import type { Language } from '../contract/texts/language.js';
import { explain, otherNames, type printedNames, temporary } from './folder.js';
import { htmlReport } from './html.js';
import { junitXml } from './junit.js';
import { markdownSummary } from './markdown.js';

const printers: Readonly<
  Record<(typeof printedNames)[number], (result: Result, language: Language) => string>
> = {
  'result.json': resultJson,
  'junit.xml': junitXml,
  'report.html': htmlReport,
  'summary.md': markdownSummary,
};

/** The exact text of `result.json`: what is stored, compared and signed. */
function resultJson(result: Result): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

export interface WriteOptions {
  readonly language?: Language;
  /** Cucumber's messages, one JSON a line, without secrets. */
  readonly messages?: string;
  /** The exchanges as HAR, without secrets; empty if they are not known. */
  readonly har?: string;
  /** Makes the signed statement about the reports, given by name. */
  readonly sign?: (files: Readonly<Record<string, string>>) => Promise<string>;
}

type Text = { readonly name: string; readonly text: string };

function printAll(result: Result, { language = 'en', messages, har = '' }: WriteOptions): Text[] {
  const printed: Text[] = Object.entries(printers).map(([name, print]) => ({
    name,
    text: print(result, language),
  }));
  if (messages !== undefined) printed.push({ name: 'messages.ndjson', text: messages });
  if (har !== '') printed.push({ name: 'exchanges.har', text: har });
  return printed;
}

/**
 * All are written beside their place before the first is moved there, so that a full disk never leaves half of the
 * reports.
 */
function place(texts: readonly Text[], dir: string): string[] {
  try {
    mkdirSync(dir, { recursive: true });
    for (const { name, text } of texts) writeFileSync(temporary(dir, name), text);
    // What this run does not have must not be left of an earlier one.
    for (const name of otherNames) rmSync(join(dir, name), { force: true });
    for (const { name } of texts) renameSync(temporary(dir, name), join(dir, name));
  } catch (cause) {
    for (const { name } of texts) removeIfPossible(temporary(dir, name));
    throw explain(dir, cause);
  }
  return texts.map(({ name }) => join(dir, name));
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What cannot be removed is hidden by its name, and the reason for all this is told.
  }
}

/**
 * Prints every report into the folder and gives the paths.
 *
 * @throws ReportFolderError
 */
export async function writeReports(
  result: Result,
  dir: string,
  options: WriteOptions = {},
): Promise<string[]> {
  const texts = printAll(result, options);
  if (options.sign === undefined) return place(texts, dir);
  const files = Object.fromEntries(texts.map(({ name, text }) => [name, text]));
  return place([...texts, { name: 'statement.jws', text: await options.sign(files) }], dir);
}

/**
 * The same at once and without a signature, for a process that is about to end.
 *
 * @throws ReportFolderError
 */
export const writeReportsNow = (result: Result, dir: string, options: Omit<WriteOptions, 'sign'>): string[] =>
  place(printAll(result, options), dir);
