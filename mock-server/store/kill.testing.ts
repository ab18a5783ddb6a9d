import { openFileStore } from './file.js';
import { note, notes } from './notes.testing.js';

/** Commits as fast as it can, printing the number and the time of each acknowledged commit, until it is killed. */
const [file = ''] = process.argv.slice(2);
const store = await openFileStore({
  file,
  collections: [notes],
  timers: {
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  },
  clock: { now: () => Date.now() },
  logFloor: 64 * 1024,
});

for (let number = 1; ; number++) {
  const id = String(number).padStart(9, '0');
  await store.write(async (tx) => {
    await tx.put(notes, note(id, { amount: BigInt(number) }));
    await tx.put(notes, note('last', { amount: BigInt(number) }));
  });
  process.stdout.write(`${number} ${Date.now()}\n`);
  if (number % 10 === 0) await new Promise(setImmediate);
}
