import type { JournalEntry } from '../../contract/control/journal.js';
import type { RunEvent } from '../../contract/control/run-parts.js';
import type { Timers } from '../domain/ports.js';
import { headOf } from '../journal/entry.js';
import type { Journal } from '../journal/journal.js';

/** A reader of the event stream. */
export interface Reader {
  write(text: string): void;
  /** Bytes that it has not read yet. */
  pending(): number;
  end(): void;
}

/** Entries that a returning reader is sent; if it missed more, it reads pages. */
export const mostMissed = 500;
/** A reader with more unread bytes than this is disconnected. */
export const mostPending = 1024 * 1024;
/** Readers at the same time, so that the unread bytes of all of them are bounded, too. */
export const mostReaders = 50;
/** Milliseconds between two notices that something has changed. */
const quietMs = 250;
const pingMs = 15_000;

const endOf = (gone: string): string =>
  `event: end\ndata: ${JSON.stringify({ why: gone || 'the mock is being stopped', gone: gone !== '' })}\n\n`;

export type Live = ReturnType<typeof createLive>;

/** Sends readers each entry as it is recorded, what happens in runs, and notices that other state has changed. */
export function createLive(journal: Journal, timers: Timers) {
  const readers = new Set<Reader>();
  /** The last event of each reader; empty before the end. */
  let ended = '';
  let cancelPing = () => {};
  let cancelQuiet: (() => void) | undefined;
  let again = false;

  function leave(reader: Reader): void {
    readers.delete(reader);
    if (readers.size > 0) return;
    cancelPing();
    cancelQuiet?.();
    cancelQuiet = undefined;
    again = false;
  }

  function tell(text: string): void {
    for (const reader of [...readers]) {
      reader.write(text);
      if (reader.pending() <= mostPending) continue;
      leave(reader);
      reader.end();
    }
  }

  function ping(): void {
    tell(': ping\n\n');
    cancelPing = readers.size > 0 ? timers.after(pingMs, ping) : () => {};
  }

  function quiet(): void {
    cancelQuiet = undefined;
    if (again) changed();
  }

  function changed(): void {
    if (readers.size === 0) return;
    again = cancelQuiet !== undefined;
    if (again) return;
    cancelQuiet = timers.after(quietMs, quiet);
    tell('event: state\ndata: {}\n\n');
  }

  const eventOf = (entry: JournalEntry, place: number): string =>
    `id: ${place}\nevent: entry\ndata: ${JSON.stringify(headOf(entry))}\n\n`;

  journal.listen({
    recorded(_exchange, entry) {
      if (readers.size > 0) tell(eventOf(entry, journal.recorded));
    },
    closed(gone) {
      ended = endOf(gone);
      for (const reader of [...readers]) {
        leave(reader);
        reader.write(ended);
        reader.end();
      }
    },
  });

  return {
    changed,

    /** Something has happened in a run. */
    run(event: RunEvent): void {
      if (readers.size > 0) tell(`event: run\ndata: ${JSON.stringify(event)}\n\n`);
      changed();
    },

    get readers() {
      return readers.size;
    },

    /** Adds a reader, from a place in the journal or from now on; returns a function that removes it. */
    join(reader: Reader, after?: number): () => void {
      if (ended !== '') {
        reader.write(ended);
        reader.end();
        return () => {};
      }
      if (readers.size === 0) cancelPing = timers.after(pingMs, ping);
      readers.add(reader);
      reader.write(': the journal as it happens\n\n');
      const missed = after === undefined ? [] : journal.since(after);
      if (missed === undefined || missed.length > mostMissed) {
        reader.write(`id: ${journal.recorded}\nevent: gap\ndata: {}\n\n`);
      } else {
        const first = journal.recorded - missed.length + 1;
        for (const [index, entry] of missed.entries()) reader.write(eventOf(entry, first + index));
      }
      return () => leave(reader);
    },
  };
}
