import { writeFile } from 'node:fs/promises';
import { makeFolder, stateIn } from './folder.testing.js';
import { note } from './notes.testing.js';

const HEAD = { format: 'dcm-mock-state', version: 2, sequence: 1 };
export const written = (id: string) => ({ ...note(id), amount: '0' });
export const line = (sequence: number, ...changes: unknown[]) => `${JSON.stringify({ sequence, changes })}\n`;
export const puts = (sequence: number, ...ids: string[]) =>
  line(sequence, ...ids.map((id) => ['put', 'notes', written(id)]));

/** Constructs what a moment of a run left on disk. */
export async function folderWith(files: { state?: unknown; old?: string; log?: string }): Promise<string> {
  const folder = await makeFolder();
  const { state, old, log } = files;
  const text = typeof state === 'string' ? state : JSON.stringify(state);
  if (state !== undefined) await writeFile(stateIn(folder), text);
  if (old !== undefined) await writeFile(`${stateIn(folder)}.log.old`, old);
  if (log !== undefined) await writeFile(`${stateIn(folder)}.log`, log);
  return folder;
}

export const snapshot = (sequence: number, ...ids: string[]) => ({
  ...HEAD,
  sequence,
  collections: { notes: ids.map(written), marks: [] },
});
