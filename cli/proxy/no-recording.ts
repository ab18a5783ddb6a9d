import { open, stat } from 'node:fs/promises';
import { said, UsageError } from '../../contract/texts/said.js';

const begins = '{"recording":';

/** A recording is never overwritten, whatever is written. @throws {UsageError} if the file is one */
export async function requireNoRecording(file: string): Promise<void> {
  // Whoever opens a pipe waits for its other end.
  if ((await stat(file).catch(() => undefined))?.isFile() !== true) return;
  const there = await open(file).catch(() => undefined);
  if (there === undefined) return;
  const { buffer, bytesRead } = await there
    .read(Buffer.alloc(begins.length), 0, begins.length, 0)
    .catch(() => ({ buffer: Buffer.alloc(0), bytesRead: 0 }))
    .finally(() => there.close());
  if (buffer.toString('utf8', 0, bytesRead) !== begins) return;
  throw new UsageError(
    said(
      `${file} is a recording: a recording is never overwritten; name another file`,
      `${file} є записом: запис ніколи не перезаписується; укажіть інший файл`,
    ),
  );
}
