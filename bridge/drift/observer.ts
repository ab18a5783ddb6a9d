import type { DriftWeight } from '../../contract/drift.js';
import type { Profile } from '../../contract/profile/index.js';
import type { Said } from '../../contract/texts/said.js';
import type { Seen } from './seen.js';

/** What one exchange shows: the options under which the mock behaves like this, or that it would under none. */
export type Sight =
  | { readonly at: Seen; readonly options: Partial<Profile> }
  | { readonly at: Seen; readonly beyond: Said };

/** Answers one open question from what was recorded: whatever exchanges show of it, and nothing else. */
export interface Observer {
  readonly weight: DriftWeight;
  readonly observe: (all: readonly Seen[]) => readonly Sight[];
}

export const sight = (at: Seen, options: Partial<Profile>): Sight => ({ at, options });
export const beyond = (at: Seen, en: string, uk: string): Sight => ({ at, beyond: { en, uk } });

/** Whether it shows this value of an option. */
export const hasOption = (one: Sight, name: keyof Profile, value: unknown): boolean =>
  'options' in one && one.options[name] === value;
