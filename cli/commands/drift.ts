import { driftOf } from '../../bridge/drift/drift.js';
import { readRecording } from '../../bridge/drift/read.js';
import { driftText } from '../../reports/drift/text.js';
import { languageOf } from '../language.js';

export interface DriftCommand {
  readonly json?: string;
  readonly html?: string;
  readonly lang?: string;
}

/** `dcm drift`: what the stage did against what is documented and assumed. Returns the exit code. */
export async function drift(files: readonly string[], options: DriftCommand): Promise<number> {
  const language = languageOf(options.lang);
  const recordings = await Promise.all(files.map(readRecording));
  const found = driftOf(recordings);
  const color = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  console.log(driftText(found, { color, width: process.stdout.columns ?? 100, language }));
  return found.exit_code;
}
