import { basename } from 'node:path';
import type { CapturedAnswer } from '../../contract/captured.js';
import { said, UsageError } from '../../contract/texts/said.js';
import type { LoadedConfig } from './load.js';
import { type ProfileParts, readProfile } from './profile.js';

/** The profile that bank.yaml names as learned, and its name for reports. @throws {UsageError} */
export async function readLearned(
  loaded: LoadedConfig,
  path: string,
): Promise<ProfileParts & { readonly name: string }> {
  const parts = await readProfile(loaded.path(path), `${loaded.file}: learned:`);
  const { length } = parts.captured;
  const captured = length === 0 ? '' : ` with ${length} captured ${length === 1 ? 'answer' : 'answers'}`;
  return { ...parts, name: `learned: ${basename(path)}${captured}` };
}

/** A mock that already runs answers as it was started. @throws {UsageError} */
export function requireNothingCaptured({ length }: readonly CapturedAnswer[]): void {
  if (length === 0) return;
  throw new UsageError(
    said(
      '--mock-url: a mock that already runs cannot take over the captured answers of learned; start it with dcm mock --profile FILE, and leave learned out of bank.yaml',
      '--mock-url: уже запущений імітатор не може перейняти записані відповіді з learned; запустіть його командою dcm mock --profile ФАЙЛ і приберіть learned із bank.yaml',
    ),
  );
}
