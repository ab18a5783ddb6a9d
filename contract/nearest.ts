/** Edit distance of two short words. */
function distance(text: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, symbol] of [...text].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other].entries()) {
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (symbol === against ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Names by how near they are to what was written: a word that they share counts for more than letters. */
export function nearest(wrong: string, names: readonly string[]): string[] {
  const words = (text: string) => text.toLowerCase().split(/[^a-z0-9]+/);
  const cost = (name: string) => {
    const shared = words(wrong).filter((word) => word !== '' && words(name).includes(word)).length;
    return distance(wrong.toLowerCase(), name.toLowerCase()) - 3 * shared;
  };
  return names
    .map((name) => ({ name, cost: cost(name) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ name }) => name);
}

/** The name that somebody may have meant, the nearest one; empty when none is near. */
export function meant(wrong: string, names: readonly string[]): string {
  const isNear = (name: string) => distance(wrong, name) <= Math.max(2, Math.floor(name.length / 3));
  return nearest(wrong, names).find(isNear) ?? '';
}
