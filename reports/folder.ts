import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { said, UsageError } from '../contract/texts/said.js';

/** The report folder. Imports little, so that the folder can be cleared before anything else is loaded. */

/** The folder for the reports cannot be used; says why and what to do. Exit code 2. */
export class ReportFolderError extends UsageError {
  override readonly name = 'ReportFolderError';
}

/** Reports that every run has; scripts rely on the names. */
export const printedNames = ['result.json', 'junit.xml', 'report.html', 'summary.md'] as const;

/** Files that a run may have beside the printed ones. */
export const otherNames = ['messages.ndjson', 'exchanges.har', 'statement.jws'] as const;

/** What a run of `dcm verify` leaves. */
export const runNames = [...printedNames, ...otherNames];

/** What a proof leaves. */
export const proofNames = ['prove.md', 'prove.json'] as const;

/** What a measurement under load leaves. */
export const loadNames = ['load.json', 'load.html'] as const;

/** A unique name in the folder, for a file that is moved into place when it is complete. */
export const temporary = (dir: string, name: string) => join(dir, `.${name}.${process.pid}.tmp`);

export function explain(dir: string, cause: unknown): ReportFolderError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ReportFolderError(
    said(
      `Reports cannot be written to ${dir}: ${reason}. Choose a writable folder with --report DIR.`,
      `Не вдалося записати звіти в ${dir}: ${reason}. Укажіть доступну для запису теку: --report DIR.`,
    ),
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
    for (const name of runNames) {
      const there = await stat(join(dir, name)).catch(() => undefined);
      if (there?.isDirectory()) throw new Error(`${name} is a folder there`);
    }
  } catch (cause) {
    throw explain(dir, cause);
  }
}

/**
 * Removes the reports of an earlier run: one that breaks off, however that happens, must not leave a green one behind.
 *
 * @returns puts them back, for a run that turns out not to begin
 * @throws ReportFolderError
 */
export function clearReports(dir: string, names: readonly string[] = runNames): () => void {
  try {
    const paths = names.map((name) => join(dir, name)).filter((path) => existsSync(path));
    const earlier = paths.map((path) => [path, readFileSync(path)] as const);
    for (const path of paths) rmSync(path);
    return () => {
      try {
        for (const [path, content] of earlier) {
          const whole = temporary(dir, basename(path));
          writeFileSync(whole, content);
          renameSync(whole, path);
        }
      } catch (cause) {
        throw explain(dir, cause);
      }
    };
  } catch (cause) {
    throw explain(dir, cause);
  }
}
