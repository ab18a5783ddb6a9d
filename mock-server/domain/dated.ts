/** Rows with dates: RFC 3339 on the ledger clock. */
export interface Dated {
  readonly created_at: string;
  readonly updated_at: string;
}

/** Lists are sorted by the date of creation, ties by guid (U-61). */
export const byDate = (row: { created_at: string; guid: string }) => `${row.created_at} ${row.guid}`;

const lastMs = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * RFC 3339 in UTC with milliseconds, of milliseconds since 1970: the one form in which dates are stored and compared.
 * Dates after the year 9999, which this form cannot express, count as its end.
 */
export const timestampOf = (ms: number): string => new Date(Math.min(ms, lastMs)).toISOString();

export const dayMs = 86_400_000;

/** Days since 1970, UTC. */
export const dayOf = (ms: number): number => Math.floor(ms / dayMs);
