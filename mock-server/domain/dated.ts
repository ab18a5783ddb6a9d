/** Rows with dates: RFC 3339 on the ledger clock. */
export interface Dated {
  readonly created_at: string;
  readonly updated_at: string;
}

/** Lists are sorted by the date of creation, ties by guid (U-61). */
export const byDate = (row: { created_at: string; guid: string }) => `${row.created_at} ${row.guid}`;
