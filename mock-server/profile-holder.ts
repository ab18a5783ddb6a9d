import { isDeepStrictEqual } from 'node:util';
import { type Profile, profile as schema } from '../contract/profile/index.js';
import { furtherKeys } from './further-keys.js';

/** Makes what an option needs and what takes a while, before a bank has to wait for it. */
export async function prepare({ jwks }: Profile): Promise<void> {
  if (jwks === 'further') await furtherKeys();
}

type Changes = { [Name in keyof Profile]?: Profile[Name] | undefined };

/** The options in force: the defaults, those from the start, and later changes. */
export function createProfileHolder(given: Changes = {}) {
  const atStart = schema.parse(given);
  let current = atStart;

  return {
    now: (): Profile => current,
    change(changes: Changes): void {
      const named = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      current = schema.parse({ ...current, ...named });
    },
    /** Applies changes of an earlier run, except for options that were given at the start, which take precedence. */
    restore(stored: Changes): void {
      const rest = Object.entries(stored).filter(([name]) => !(name in given));
      current = schema.parse({ ...current, ...Object.fromEntries(rest) });
    },
    /** What differs from the start. */
    changes: (): Changes =>
      Object.fromEntries(
        Object.entries(current).filter(
          ([name, value]) => !isDeepStrictEqual(value, atStart[name as keyof Profile]),
        ),
      ),
    reset(): void {
      current = atStart;
    },
  };
}

export type ProfileHolder = ReturnType<typeof createProfileHolder>;
