import type { JournalEntry } from '../../contract/control/journal.js';
import { harOf } from '../../contract/har.js';
import { packageVersion } from '../package.js';
import { writePrivate } from '../private-file.js';

/** Writes entries of a mock's journal as HAR 1.2. @throws {UsageError} */
export const writeHar = (file: string, origin: string, entries: readonly JournalEntry[]): Promise<void> =>
  writePrivate(file, JSON.stringify(harOf({ version: packageVersion(), origin }, entries)));
