/** The program's side of `child.ts`. Without a parent there is nothing to do. */
export function tell(message: object): void {
  if (!process.send) throw new Error('this program is started by bench/main.ts');
  process.send(message);
}

/** Answers every message of the parent. */
export function answer(work: (message: string) => Promise<object>): void {
  process.on('message', async (message) => tell(await work(String(message))));
}

// No one is left to measure anything.
process.on('disconnect', () => process.exit());
