import type { JournalEntry, JournalMatch } from '../contract/control/journal.js';
import type { Stage } from './stage.js';

/** No entry has a larger number. */
const beyond = Number.MAX_SAFE_INTEGER;

/** `seq` of the newest entry of DCM's journal. */
export const newestEntry = async ({ control }: Pick<Stage['dcm'], 'control'>): Promise<number> =>
  (await control.searchJournal({ body: { match: { after: beyond }, limit: 1 } })).last;

/** Entries that are asked for at once; DCM gives fewer when they are large. */
const mostEntries = 10_000;

/** All entries of DCM's journal that match, oldest first, in as many portions as it takes. */
export async function wholeJournal(
  { control }: Pick<Stage['dcm'], 'control'>,
  match: JournalMatch,
): Promise<JournalEntry[]> {
  const all: JournalEntry[] = [];
  for (let after = match.after ?? 0; ; ) {
    const body = { match: { ...match, after }, limit: mostEntries };
    const { entries, more } = await control.searchJournal({ body });
    all.push(...entries);
    const last = entries.at(-1);
    if (!more || !last) return all;
    after = last.seq;
  }
}

/** A part of the journal: after `after`, up to `last`. */
export interface Stretch {
  readonly after: number;
  readonly last: number;
}

/** Whether an entry is in one of the parts. */
export const isWithin = (stretches: readonly Stretch[], { seq }: Pick<JournalEntry, 'seq'>): boolean =>
  stretches.some(({ after, last }) => seq > after && seq <= last);

/** A request that was served: for most acts no page says with which status of success (U-44). */
export const isServed = ({ status }: Pick<JournalEntry, 'status'>): boolean => status >= 200 && status < 300;

type Outcome = Pick<JournalEntry, 'status' | 'error'>;

/** DCM has done what was asked, whatever became of its response. */
export const isDone = ({ status, error }: Outcome): boolean =>
  isServed({ status }) || (status >= 500 && error !== '');

/** DCM was down and has done nothing: the bank may ask again. */
export const isNotTaken = ({ status, error }: Outcome): boolean =>
  status === 0 || ((status === 429 || status === 503) && error === '');

/** A request that DCM has refused because of a dead session is repeated after a new login. */
export const isRepeated = ({ reason }: Pick<JournalEntry, 'reason'>): boolean =>
  reason === 'session' || reason === 'credential';
