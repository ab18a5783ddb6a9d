import { createReadStream, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { inOurWords, notValid } from '../../contract/in-our-words.js';
import { readJson } from '../../contract/read-json.js';
import {
  type RecordedExchange,
  type RecordingRun,
  recordedExchange,
  recordingRun,
} from '../../contract/recording.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { partInUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { causeOf } from '../../contract/wire/cause.js';
import { partOf } from './writer.js';

export interface Recording {
  /** The first line of the first file. */
  readonly run: RecordingRun;
  /** Its files, in order. */
  readonly files: readonly string[];
  /** Every exchange, in the order in which they ended. @throws {UsageError} at a line that is none */
  exchanges(): AsyncGenerator<RecordedExchange>;
  /** Exchanges that could not be written; known when all were read. */
  readonly lost: number;
}

const unreadable = (file: string, error: unknown) =>
  new UsageError(
    said(`${file}: cannot be read: ${causeOf(error)}`, `${file}: файл не читається: ${causeOf(error)}`),
  );

const notARecording = (file: string, line: number, where: string, problem: string) =>
  new UsageError(
    said(
      `${file}, line ${line}: not a recording of dcm proxy: ${where}: ${problem}`,
      `${file}, рядок ${line}: це не запис dcm proxy: ${where}: ${partInUkrainian(problem) ?? problem}`,
    ),
  );

const noLine = (file: string) =>
  new UsageError(
    said(
      `${file}, line 1: not a recording of dcm proxy: the file is empty, or its first line was cut off`,
      `${file}, рядок 1: це не запис dcm proxy: файл порожній, або його перший рядок обірвано`,
    ),
  );

/** Whether the last byte of a file ends a line: the line of a process that was killed may be incomplete. */
async function endsWhole(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const last = Buffer.alloc(1);
    await handle.read(last, 0, 1, Math.max(0, size - 1));
    return last.toString() === '\n';
  } finally {
    await handle.close();
  }
}

/** The complete lines of a file, with their numbers. */
async function* linesOf(file: string): AsyncGenerator<readonly [number: number, line: string]> {
  const whole = await endsWhole(file);
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  let held: string | undefined;
  for await (const line of lines) {
    if (held !== undefined) yield [number, held];
    held = line;
    number += 1;
  }
  if (held !== undefined && whole) yield [number, held];
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  [number, line]: readonly [number, string],
): z.output<Schema> {
  const read = schema.safeParse(readJson(line), inOurWords);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw notARecording(file, number, issue?.path.join('.') || 'line', issue?.message ?? notValid);
}

/**
 * Opens a recording by its first file; the further ones (`name.2.ndjson`, …) are found beside it.
 *
 * @throws {UsageError} if it cannot be read or is no recording
 */
export async function openRecording(file: string): Promise<Recording> {
  const files = [file];
  while (existsSync(partOf(file, files.length + 1))) files.push(partOf(file, files.length + 1));
  let lost = 0;

  async function* read(name: string): AsyncGenerator<RecordingRun | RecordedExchange> {
    let first = true;
    try {
      for await (const line of linesOf(name)) {
        yield first ? parsed(recordingRun, name, line) : parsed(recordedExchange, name, line);
        first = false;
      }
    } catch (error) {
      throw error instanceof UsageError ? error : unreadable(name, error);
    }
  }

  const { value: run } = await read(file).next();
  if (run === undefined || !('recording' in run)) throw noLine(file);
  return {
    run,
    files,
    get lost() {
      return lost;
    },
    async *exchanges() {
      lost = 0;
      for (const name of files) {
        for await (const line of read(name)) {
          if ('recording' in line) lost += line.lost ?? 0;
          else yield line;
        }
      }
    },
  };
}
