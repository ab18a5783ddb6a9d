import type { Result } from '../contract/result.js';
import type { Language } from '../contract/texts/language.js';
import { consoleReport } from '../reports/console.js';
import { inColor } from './in-color.js';

/** Prints the result of a run, whose reports are in a folder. */
export function printResult(result: Result, folder: string, language: Language): void {
  const color = inColor();
  const reports = `${folder}/report.html, result.json, junit.xml, summary.md, messages.ndjson, exchanges.har`;
  const width = process.stdout.columns ?? 100;
  console.log(`\n${consoleReport(result, { color, width, language, board: false, reports })}`);
}
