import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { allCollections } from './domain/collections.js';
import { badDisk } from './store/bad-disk.testing.js';
import { openFileStore } from './store/file.js';
import { makeFolder } from './store/folder.testing.js';
import { createManualTime } from './store/manual-time.testing.js';
import { createWorld } from './world.testing.js';

/** A world whose state lies on a disk that can be made to fail. */
export async function worldOnDisk() {
  const time = createManualTime();
  const disk = badDisk();
  const folder = join(await makeFolder(), 'data');
  await mkdir(folder);
  const file = join(folder, 'state.json');
  /** As another process would. */
  const open = () => openFileStore({ file, collections: allCollections, ...time });
  const store = await openFileStore({ file, collections: allCollections, ...time, ...disk.ports });
  onTestFinished(() => store.close().catch(() => {}));
  const mock = await createWorld({ store, time });
  /** Lets time pass, and what is written in it be written. */
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= 50) {
      time.pass(50);
      await store.idle();
    }
  };
  await pass(2000);
  return { mock, disk, file, store, open, pass };
}
