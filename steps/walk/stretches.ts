import type { JournalEntry } from '../../contract/control/journal.js';
import { newestEntry, type Stretch, wholeJournal } from '../journal.js';
import type { Stage } from '../stage.js';
import type { Trouble } from '../trouble.js';
import type { Memory } from './memory.js';
import { once } from './once.js';
import { troublesIn } from './troubles.js';

/** More of them say nothing that the first ones do not. */
const mostTroubles = 20;

/**
 * Remembers in which part of the journal a milestone of the walk failed: whoever is blocked by it later is told what
 * went wrong then.
 */
export function createStretches({ dcm, bank }: Stage, memory: Memory) {
  const failed = new WeakMap<object, Stretch>();

  /** `seq` of the newest entry. */
  const newest = () => newestEntry(dcm);

  async function within({ after, last }: Stretch): Promise<readonly JournalEntry[]> {
    const entries = await wholeJournal(dcm, { after });
    return entries.filter(({ seq }) => seq <= last);
  }

  /**
   * What a milestone gives, made once, also when another process goes on with the walk; it is something that JSON can
   * hold. A failure is remembered with the exchanges that belong to it, by this process only.
   */
  const milestone = <Result>(name: string, work: () => Promise<Result>): (() => Promise<Result>) =>
    once(async () => {
      const known = memory.get(name);
      if (known) return known.value as Result;
      const after = await newest();
      try {
        const result = await work();
        memory.set(name, result);
        return result;
      } catch (error) {
        if (error instanceof Error && !failed.has(error)) failed.set(error, { after, last: await newest() });
        throw error;
      }
    });

  /** What went wrong since that entry, and before it in the milestone whose failure ended the scenario. */
  async function troublesSince(after: number, error?: unknown): Promise<readonly Trouble[]> {
    const known = {
      agent: dcm.agent,
      forbidden: bank.subjects.forbidden,
      unknown: [bank.unknown.login, bank.unknown.external_id],
      keyKeepers: bank.keyKeepers.map(({ external_id }) => external_id),
    };
    const earlier = error instanceof Error ? failed.get(error) : undefined;
    const stretches = [
      ...(earlier && earlier.after < after ? [earlier] : []),
      { after, last: await newest() },
    ];
    const all: Trouble[] = [];
    for (const stretch of stretches) all.push(...troublesIn(await within(stretch), known));
    return all.slice(0, mostTroubles);
  }

  return { milestone, newest, troublesSince };
}
