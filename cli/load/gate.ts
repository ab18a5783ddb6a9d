/** Lets so many pass at the same time; others wait in the order in which they came. */
export function createGate(most: number) {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return {
    async enter(): Promise<void> {
      if (inside >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      else inside += 1;
    },
    leave(): void {
      const next = waiting.shift();
      // Whoever waits takes over the place.
      if (next === undefined) inside -= 1;
      else next();
    },
  };
}
