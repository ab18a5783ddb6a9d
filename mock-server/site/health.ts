/**
 * What must hold for the mock to work, by name. A probe says briefly what is wrong, or nothing; it names no file and
 * no secret, because anyone may call it.
 */
export type Probes = Readonly<Record<string, () => Promise<string | undefined>>>;

/** The body of `GET /health`; sent with 503 unless the status is `ok`. */
export interface Health {
  readonly status: 'ok' | 'failing';
  readonly checks: Readonly<Record<string, { readonly status: 'ok' | 'failing'; readonly problem?: string }>>;
}

/** Runs all probes; one that throws has failed. */
export async function healthOf(probes: Probes): Promise<Health> {
  const problems = await Promise.all(
    Object.entries(probes).map(async ([name, probe]) => {
      const problem = await probe().catch(() => 'cannot be checked');
      return [name, problem] as const;
    }),
  );
  return {
    status: problems.every(([, problem]) => problem === undefined) ? 'ok' : 'failing',
    checks: Object.fromEntries(
      problems.map(([name, problem]) => [
        name,
        problem === undefined ? { status: 'ok' } : { status: 'failing', problem },
      ]),
    ),
  };
}
