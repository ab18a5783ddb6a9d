/** Work that goes on beside a test, which awaits it later: if it fails first, it fails only there. */
export function beside<Outcome>(work: Promise<Outcome>): Promise<Outcome> {
  work.catch(() => {});
  return work;
}
