/** A page of a list for people: from new to old, going on after the position where the former page ended. */
export const cut = ({ before, limit }: { before?: string | undefined; limit: number }) => ({
  order: 'desc' as const,
  limit,
  ...(before ? { after: before } : {}),
});

/** Where the next page goes on; empty after the last one. */
export function nextOf<Row>(
  sort: (row: Row) => string,
  { rows, total }: { readonly rows: readonly Row[]; readonly total: number },
): string {
  const last = rows.at(-1);
  return last !== undefined && total > rows.length ? sort(last) : '';
}
