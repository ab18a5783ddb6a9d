import { tellsSecret } from '../../contract/leak.js';

/** Number of secrets that are remembered; older ones are dropped. */
const most = 1000;

/**
 * Secrets that a bank has served in successful responses, so that they are noticed where they must not be. In memory
 * only.
 *
 * @param known those that an earlier process has recorded
 */
export function createServedSecrets(known: readonly string[] = []) {
  const served = new Set(known);
  return {
    note(body: unknown): void {
      const key: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'key') : undefined;
      if (typeof key !== 'string' || key === '') return;
      served.delete(key);
      served.add(key);
      if (served.size > most) for (const oldest of served) return void served.delete(oldest);
    },
    /** All that are remembered, the oldest first. */
    known: (): readonly string[] => [...served],
    areIn: (body: unknown, headers: Readonly<Record<string, string>>, asked: readonly string[]): boolean =>
      tellsSecret(
        {
          body,
          headers: Object.entries(headers)
            .map(([name, value]) => `${name}: ${value}`)
            .join('\n'),
        },
        served,
        asked,
      ),
  };
}

export type ServedSecrets = ReturnType<typeof createServedSecrets>;
