import {
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { said } from '../../contract/texts/said.js';
import { open, seal } from '../../mock-server/stellar/seal.js';
import { systemRandom } from '../../mock-server/system.js';
import { UsageError } from '../exit.js';
import type { Identity } from './identity.js';
import type { Part } from './parts.js';

/**
 * The file of a run that may be resumed. It stands beside the folder of the reports, not in it, since that one is
 * published; its owner alone can read it, and what a run holds is sealed with DCM's keys. Its first line says what the
 * run was begun with. A line follows for each scenario that has ended, so that a process may be killed at any moment.
 */
export const runFileOf = (folder: string): string => join(dirname(folder), `.${basename(folder)}.resume`);

const format = 'dcm-run';
const version = 1;

/** A file that somebody has removed is not begun again without its first line. */
const appending = constants.O_WRONLY | constants.O_APPEND;

export interface RunFile {
  readonly path: string;
  /** Adds to it, at once; the first time a new run writes, it takes the place of an earlier one. */
  add(parts: readonly Part[]): void;
  remove(): void;
}

function append(path: string, text: string): void {
  const file = openSync(path, appending);
  try {
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

const sealed = (secret: string, number: number, part: Part): string =>
  `${seal(JSON.stringify({ number, part }), secret, systemRandom(12))}\n`;

/** A file to which parts are added; nothing is written before that. */
function writing(path: string, secret: string, lines: number, identity?: Identity): RunFile {
  let count = lines;
  return {
    path,
    add(parts) {
      const text = parts.map((part, index) => sealed(secret, count + index, part)).join('');
      if (count > 0 || identity === undefined) append(path, text);
      else {
        const aside = `${path}.${process.pid}.tmp`;
        rmSync(aside, { force: true });
        const head = JSON.stringify({ format, version, identity });
        writeFileSync(aside, `${head}\n${text}`, { flag: 'wx', mode: 0o600 });
        renameSync(aside, path);
      }
      count += parts.length;
    },
    remove: () => rmSync(path, { force: true }),
  };
}

/** The file of a run that begins. */
export const newRunFile = (folder: string, identity: Identity, secret: string): RunFile =>
  writing(runFileOf(folder), secret, 0, identity);

const damaged = (path: string) =>
  new UsageError(
    said(
      `--resume: ${path} is damaged; start anew without --resume`,
      `--resume: ${path} пошкоджено; почніть спочатку без --resume`,
    ),
  );

/** What the run in the file was begun with; undefined without a file. @throws {UsageError} */
export function identityIn(path: string): Identity | undefined {
  if (!existsSync(path)) return undefined;
  const [head = ''] = readFileSync(path, 'utf8').split('\n', 1);
  try {
    const read = JSON.parse(head);
    if (read.format === format && read.version === version) return read.identity;
  } catch {
    throw damaged(path);
  }
  throw new UsageError(
    said(
      `--resume: ${path} was written by another version; start anew without --resume`,
      `--resume: ${path} записала інша версія; почніть спочатку без --resume`,
    ),
  );
}

/**
 * Reads all parts, and goes on with the file after its last whole line.
 *
 * @throws {UsageError} when it was changed
 */
export function readRunFile(path: string, secret: string): { parts: Part[]; file: RunFile } {
  const text = readFileSync(path, 'utf8');
  // A line that a killed process has not finished is none.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
  const lines = whole.split('\n').slice(1, -1);
  const parts = lines.map((line, index): Part => {
    try {
      const { number, part } = JSON.parse(open(line, secret));
      if (number === index) return part;
    } catch {
      throw damaged(path);
    }
    throw damaged(path);
  });
  return { parts, file: writing(path, secret, parts.length) };
}
