interface Portion<Item> {
  readonly entries: readonly Item[];
  /** From where the following portion begins; empty after the last one. */
  readonly next: string;
}

/**
 * The newest entries of a journal, newest first. It comes in portions: one with few matches may be empty, although older ones
 * match.
 * @param ask requests at most `limit` entries, older than `after`
 */
export async function newestOf<Item, Answer extends Portion<Item>>(
  ask: (query: { readonly limit: number; readonly after?: string }) => Promise<Answer & Portion<Item>>,
  limit: number,
): Promise<{ readonly entries: Item[]; readonly first: Answer }> {
  const first = await ask({ limit });
  const entries = [...first.entries];
  let { next } = first;
  while (next !== '' && entries.length < limit) {
    const portion = await ask({ limit: limit - entries.length, after: next });
    entries.push(...portion.entries);
    next = portion.next;
  }
  return { entries, first };
}
