import type { Database } from './database.js';
import { holds, lives, sign } from './living.js';

/** The processes that share a database. */
export interface Processes {
  /** What they know each other by; the first one makes it. */
  secret(make: () => string): Promise<string>;
  /** The URL of another one that lives and was given other tokens. */
  contrary(process: number, access: string): Promise<string | undefined>;
  /** URLs of those that live and are not being stopped. */
  living(): Promise<readonly string[]>;
  /** URLs of those that hold what they own, but give no sign of life. */
  hung(): Promise<readonly string[]>;
  /** Says that one is being stopped. */
  leave(process: number): Promise<void>;
}

export function processesOf({ rows }: Pick<Database, 'rows'>): Processes {
  const urls = async (where: string, values: readonly unknown[] = []) =>
    (await rows<[string]>(`SELECT url FROM dcm_processes p WHERE ${where} ORDER BY id`, values)).map(
      ([url]) => url,
    );

  return {
    async secret(make) {
      await rows('INSERT INTO dcm_secret (secret) VALUES ($1) ON CONFLICT DO NOTHING', [make()]);
      const [[secret] = ['']] = await rows<[string]>('SELECT secret FROM dcm_secret');
      return secret;
    },
    async contrary(process, access) {
      const values = [process, access];
      const [found] = await urls(`id <> $1 AND access <> $2 AND NOT leaving AND ${lives('p.id')}`, values);
      return found;
    },
    living: () => urls(`NOT leaving AND ${lives('p.id')}`),
    hung: () => urls(`NOT p.${sign} AND ${holds('p.id')}`),
    async leave(process) {
      await rows('UPDATE dcm_processes SET leaving = true WHERE id = $1', [process]);
    },
  };
}
