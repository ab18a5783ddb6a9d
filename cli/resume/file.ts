import { createHash } from 'node:crypto';
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
import { z } from 'zod';
import { readJson } from '../../contract/read-json.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { open, seal } from '../../mock-server/stellar/seal.js';
import { systemRandom } from '../../mock-server/system.js';
import type { Identity } from './identity.js';
import type { Part } from './parts.js';

/**
 * The file of a run that may be resumed. It is next to the folder of the reports, not in it, because that folder gets
 * published. Only its owner can read it, and its content is encrypted with DCM's keys. The first line says what the run
 * was started with; a line follows for each finished scenario, so that the process may be killed at any moment.
 */
export const runFileOf = (folder: string): string => join(dirname(folder), `.${basename(folder)}.resume`);

const format = 'dcm-run';
const version = 2;

const headSchema = z.object({ format: z.string(), version: z.number(), identity: z.unknown().optional() });
const values = z.record(z.string(), z.string());
const identitySchema: z.ZodType<Identity> = z.object({
  version: z.string(),
  suite: z.string(),
  keys: z.string(),
  options: values,
  config: values,
});

/** Never creates the file: one that was removed meanwhile would lack its first line. */
const appending = constants.O_WRONLY | constants.O_APPEND;

export interface RunFile {
  readonly path: string;
  /** Appends synchronously; the first write of a new run replaces the file of an earlier one. */
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

/** A line is bound to its place in the file of its run by the digest of the first line, which no two runs share. */
const sealed = (secret: string, head: string, number: number, part: Part): string =>
  `${seal(JSON.stringify({ head, number, part }), secret, systemRandom(12))}\n`;

const digestOf = (head: string): string => createHash('sha256').update(head).digest('base64url');

const headOf = (identity: Identity): string =>
  JSON.stringify({ format, version, run: Buffer.from(systemRandom(16)).toString('base64url'), identity });

/** A file that parts are appended to; nothing is written before the first one. */
function writing(path: string, secret: string, head: string, lines = 0): RunFile {
  let count = lines;
  return {
    path,
    add(parts) {
      const text = parts.map((part, index) => sealed(secret, digestOf(head), count + index, part)).join('');
      if (count > 0) append(path, text);
      else {
        const aside = `${path}.${process.pid}.tmp`;
        rmSync(aside, { force: true });
        writeFileSync(aside, `${head}\n${text}`, { flag: 'wx', mode: 0o600 });
        renameSync(aside, path);
      }
      count += parts.length;
    },
    remove: () => rmSync(path, { force: true }),
  };
}

/** The file of a new run. */
export const newRunFile = (folder: string, identity: Identity, secret: string): RunFile =>
  writing(runFileOf(folder), secret, headOf(identity));

export const damaged = (path: string): UsageError =>
  new UsageError(
    said(
      `--resume: ${path} is damaged; start over without --resume`,
      `--resume: ${path} пошкоджено; почніть спочатку без --resume`,
    ),
  );

/** @throws {UsageError} if the file cannot be read */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      said(`--resume: ${path} cannot be read: ${code}`, `--resume: ${path} неможливо прочитати: ${code}`),
    );
  }
}

/** What the run in the file was started with; undefined if there is no file. @throws {UsageError} */
export function identityIn(path: string): Identity | undefined {
  if (!existsSync(path)) return undefined;
  const [head = ''] = textOf(path).split('\n', 1);
  const read = headSchema.safeParse(readJson(head)).data;
  if (read?.format !== format) throw damaged(path);
  if (read.version === version) {
    const known = identitySchema.safeParse(read.identity);
    if (known.success) return known.data;
    throw damaged(path);
  }
  throw new UsageError(
    said(
      `--resume: ${path} was written by another version; start over without --resume`,
      `--resume: ${path} записала інша версія; почніть спочатку без --resume`,
    ),
  );
}

/**
 * Reads all parts, and continues the file after its last complete line.
 *
 * @throws {UsageError} if the file was changed
 */
export function readRunFile(path: string, secret: string): { parts: Part[]; file: RunFile } {
  const text = textOf(path);
  // A killed process may have left an incomplete line.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
  const [head = '', ...lines] = whole.split('\n').slice(0, -1);
  const parts = lines.map((line, index): Part => {
    try {
      const { head: own, number, part } = JSON.parse(open(line, secret));
      if (own === digestOf(head) && number === index) return part;
    } catch {
      throw damaged(path);
    }
    throw damaged(path);
  });
  return { parts, file: writing(path, secret, head, parts.length) };
}
