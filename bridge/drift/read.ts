import { readFile } from 'node:fs/promises';
import {
  type RecordedExchange,
  type RecordingRun,
  recordedExchange,
  recordingRun,
} from '../../contract/recording.js';
import { said, UsageError } from '../../contract/texts/said.js';

/** A recording, or one part of it. */
export interface Recording {
  /** The name of its file. */
  readonly name: string;
  readonly run: RecordingRun;
  /** In the order in which they ended. */
  readonly exchanges: readonly RecordedExchange[];
}

/** Reads a recording; a last line that was cut off is left out. @throws {UsageError} */
export async function readRecording(file: string): Promise<Recording> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw problem(file, `cannot be read: ${error.message}`, `не вдалося прочитати: ${error.message}`);
  });
  // What comes after the last end of a line was not written to its end.
  const lines = text.split('\n').slice(0, -1);
  const [first, ...others] = lines.map((line, index) => parsed(file, line, index + 1));
  const run = recordingRun.safeParse(first);
  if (!run.success)
    throw problem(
      file,
      'is not a recording: its first line does not say so; make one with dcm proxy',
      'не є записом: про це не сказано в першому рядку; зробіть запис командою dcm proxy',
    );
  const exchanges = others.map((other, index) => {
    const exchange = recordedExchange.safeParse(other);
    if (exchange.success) return exchange.data;
    const [issue] = exchange.error.issues;
    const why = `${issue?.path.join('.')}: ${issue?.message}`;
    throw problem(
      file,
      `line ${index + 2} is not an exchange: ${why}`,
      `рядок ${index + 2} не є обміном: ${why}`,
    );
  });
  return { name: file, run: run.data, exchanges };
}

function parsed(file: string, line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw problem(file, `line ${number} is not JSON`, `рядок ${number} не є JSON`);
  }
}

const problem = (file: string, en: string, uk: string) =>
  new UsageError(said(`${file}: ${en}`, `${file}: ${uk}`));
