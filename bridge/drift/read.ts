import type { RecordedExchange, RecordingRun } from '../../contract/recording.js';
import { openRecording } from '../recording/reader.js';

/** A recording with all its parts. */
export interface Recording {
  /** The name of its first file. */
  readonly name: string;
  readonly run: RecordingRun;
  /** In the order in which they ended. */
  readonly exchanges: readonly RecordedExchange[];
}

/** Reads a recording into memory. @throws {UsageError} if it cannot be read or is no recording */
export async function readRecording(file: string): Promise<Recording> {
  const { run, exchanges } = await openRecording(file);
  const all: RecordedExchange[] = [];
  for await (const exchange of exchanges()) all.push(exchange);
  return { name: file, run, exchanges: all };
}
