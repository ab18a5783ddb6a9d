import { closeSync, existsSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { parse } from 'node:path';
import type { RecordingRun } from '../../contract/recording.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { causeOf } from '../../contract/wire/cause.js';

/** The file of a part: `stage.ndjson`, `stage.2.ndjson`, `stage.3.ndjson`. */
export function partOf(file: string, part: number): string {
  if (part === 1) return file;
  const { dir, name, ext } = parse(file);
  return `${dir}${dir === '' || dir.endsWith('/') ? '' : '/'}${name}.${part}${ext}`;
}

/** Bytes of a part; the line that exceeds them begins the next one. */
const longestPart = 100 * 1024 * 1024;

export interface RecordingWriter {
  /** Writes a line of JSON before it returns. A line that cannot be written is counted, and the next one is tried again. */
  write(line: string): void;
  /** How many lines are in the recording, and how many could not be written. */
  counts(): { readonly written: number; readonly lost: number };
  close(): void;
}

export interface WriterOptions {
  readonly run: Omit<RecordingRun, 'part' | 'lost'>;
  /** Told once when lines cannot be written, and why. */
  readonly failed: (cause: string) => void;
  /** Told when they can be written again, and how many are missing. */
  readonly mended: (lost: number) => void;
  readonly longest?: number;
  /** Writes bytes to a file of that number, and gives how many it has written. */
  readonly put?: (fd: number, bytes: Uint8Array) => number;
}

/**
 * A recording: append-only files that only their owner can read. Each line is with the system before `write` returns, so
 * that it survives the end of this process, however it ends.
 *
 * @throws {UsageError} if the file exists already or cannot be created
 */
export function createRecording(file: string, options: WriterOptions): RecordingWriter {
  const { run, failed, mended, longest = longestPart, put: write = writeSync } = options;
  let part = 0;
  let fd = -1;
  let size = 0;
  /** Lines that are missing since the last beginning of a part, and since the disk failed. */
  let lost = 0;
  let missing = 0;
  const counts = { written: 0, lost: 0 };

  function put(to: number, line: string): number {
    const bytes = Buffer.from(`${line}\n`);
    let done = 0;
    while (done < bytes.length) done += write(to, bytes.subarray(done));
    return done;
  }

  function begin(): void {
    const name = partOf(file, part + 1);
    const opened = openSync(name, 'ax', 0o600);
    try {
      size = put(opened, JSON.stringify({ ...run, part: part + 1, ...(lost > 0 && { lost }) }));
    } catch (error) {
      closeSync(opened);
      unlinkSync(name);
      throw error;
    }
    if (fd >= 0) closeSync(fd);
    fd = opened;
    part += 1;
    lost = 0;
  }

  requireNew(file);
  try {
    begin();
  } catch (error) {
    throw new UsageError(
      said(
        `${file}: cannot be written: ${causeOf(error)}`,
        `${file}: не вдається записати: ${causeOf(error)}`,
      ),
    );
  }

  return {
    write(line) {
      try {
        // What is missing is said at the beginning of a part; a line that did not fit is the incomplete end of the last one.
        if (size >= longest || lost > 0) begin();
        size += put(fd, line);
      } catch (error) {
        lost += 1;
        counts.lost += 1;
        missing += 1;
        if (missing === 1) failed(causeOf(error));
        return;
      }
      counts.written += 1;
      if (missing > 0) mended(missing);
      missing = 0;
    },
    counts: () => counts,
    close() {
      if (fd >= 0) closeSync(fd);
      fd = -1;
    },
  };
}

/** @throws {UsageError} */
function requireNew(file: string): void {
  const there = [file, partOf(file, 2)].find((name) => existsSync(name));
  if (there === undefined) return;
  throw new UsageError(
    said(
      `${there} already exists: a recording is never overwritten; name another file`,
      `${there} вже існує: запис ніколи не перезаписується; укажіть інший файл`,
    ),
  );
}
