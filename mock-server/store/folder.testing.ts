import { copyFile, type FileHandle, mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type FileStore, type FileStoreOptions, openFileStore } from './file.js';
import { createManualTime } from './manual-time.testing.js';
import { marks, notes } from './notes.testing.js';

/** A new folder that is deleted after the test. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export const stateIn = (folder: string): string => join(folder, 'state.json');

/** The state file of a folder in time that stands still; closed after the test at the latest. */
export async function openIn(folder: string, options: Partial<FileStoreOptions> = {}): Promise<FileStore> {
  const { clock, timers } = createManualTime();
  const store = await openFileStore({
    file: stateIn(folder),
    collections: [notes, marks],
    clock,
    timers,
    ...options,
  });
  onTestFinished(() => store.close().catch(() => {}));
  return store;
}

/** No lock at all: taking one costs a process. */
export const unlocked = async () => ({
  check: async () => {},
  renew: async () => {},
  ends() {},
  create: (path: string) => open(path, 'wx', 0o600),
  follow: (handle: FileHandle) => handle.close(),
  release: async () => {},
});

/** What a kill in this moment would leave: a copy of the folder, in which nobody is at home. */
export async function afterKill(folder: string): Promise<string> {
  const copy = await makeFolder();
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.lock')) await copyFile(join(folder, name), join(copy, name));
  }
  return copy;
}

/** Every file of a folder by name, byte by byte. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const name of (await readdir(folder)).sort()) {
    contents[name] = await readFile(join(folder, name), 'latin1');
  }
  return contents;
}
