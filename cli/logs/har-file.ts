import { writeFile } from 'node:fs/promises';
import type { JournalEntry } from '../../contract/control/journal.js';
import { harOf } from '../../contract/har.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { causeOf } from '../../contract/wire/cause.js';
import { packageVersion } from '../package.js';

/** Writes entries of a mock's journal as HAR 1.2; only its owner can read the file. @throws {UsageError} */
export async function writeHar(
  file: string,
  origin: string,
  entries: readonly JournalEntry[],
): Promise<void> {
  const har = JSON.stringify(harOf({ version: packageVersion(), origin }, entries));
  await writeFile(file, har, { mode: 0o600 }).catch((error: unknown) => {
    throw new UsageError(
      said(
        `${file}: cannot be written: ${causeOf(error)}`,
        `${file}: не вдається записати: ${causeOf(error)}`,
      ),
    );
  });
}
