/** Days in Kyiv (UTC+2, UTC+3 in summer): a reconciliation covers one of them (U-60). */

const dayMs = 86_400_000;

const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Kyiv',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The Kyiv day of a moment, as days since 1970-01-01. */
export const kyivDay = (ms: number): number =>
  Math.floor(Date.parse(`${format.format(ms)}T00:00:00Z`) / dayMs);

/** The moment (ms) at which a Kyiv day begins. */
export function beginOfKyivDay(day: number): number {
  const midnight = day * dayMs;
  // Kyiv is two or three hours ahead.
  for (const hours of [3, 2]) {
    const moment = midnight - hours * 3_600_000;
    if (kyivDay(moment) === day && kyivDay(moment - 1) === day - 1) return moment;
  }
  return midnight - 2 * 3_600_000;
}
