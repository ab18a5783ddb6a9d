/** The program's side of `child.ts`. Without a parent there is nothing to do. */
export function tell(message: object): void {
  if (!process.send) throw new Error('this program is started by bench/main.ts');
  process.send(message);
}

/** An argument that must be one of these words: with another one, something else would be measured. */
export function oneOf<Word extends string>(words: readonly Word[], given: string | undefined): Word {
  const word = words.find((one) => one === given);
  if (word === undefined) throw new Error(`expected ${words.join(' or ')}, not ${given}`);
  return word;
}

/** Answers every message of the parent. */
export function answer(work: (message: string) => Promise<object>): void {
  process.on('message', async (message) => tell(await work(String(message))));
}

// No one is left to measure anything.
process.on('disconnect', () => process.exit());
