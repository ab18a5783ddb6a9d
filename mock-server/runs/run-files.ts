import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Texts that are kept under a number. */
export interface Texts {
  /** What a text is called in messages. */
  called(id: number): string;
  numbers(): Promise<readonly number[]>;
  read(id: number): Promise<string>;
  write(id: number, text: string): Promise<void>;
  remove(id: number): Promise<void>;
}

/** In a folder, a file each. */
export function runFiles(folder: string): Texts {
  const fileOf = (id: number) => join(folder, `${id}.json`);
  return {
    called: fileOf,
    async numbers() {
      const names = await readdir(folder).catch(() => []);
      return names.filter((name) => /^\d{1,9}\.json$/.test(name)).map((name) => Number.parseInt(name, 10));
    },
    read: (id) => readFile(fileOf(id), 'utf8'),
    async write(id, text) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const aside = `${fileOf(id)}.tmp`;
      await writeFile(aside, text, { mode: 0o600 });
      await rename(aside, fileOf(id));
    },
    remove: (id) => rm(fileOf(id), { force: true }),
  };
}
