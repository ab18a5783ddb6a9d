import { z } from 'zod';
import { journalEntry, sentToken } from './control/journal.js';
import { timestamp } from './schemas.js';

/**
 * A recording of what a bank and a stage of DCM sent each other: NDJSON, one line for the run and then one for each
 * exchange, in the order in which they ended. Secrets are marks of the form `[redacted 3f9c2a71]`, the same mark for the
 * same secret within one recording.
 */

/** The first line of each file. */
export const recordingRun = z.object({
  recording: z.literal(1),
  begun: timestamp,
  /** Origin of the stage of DCM; empty if only its requests are passed on. */
  upstream: z.string(),
  /** Origin of the bank's service; empty if only the bank's requests are passed on. */
  bank: z.string(),
  /** Number of the file, from 1: a recording that has grown too large continues in the next one. */
  part: z.int().min(1),
  /** Exchanges before this file that could not be written, because the disk was full. */
  lost: z.int().optional(),
  versions: z.object({ dcm: z.string(), node: z.string() }),
});
export type RecordingRun = z.infer<typeof recordingRun>;

/**
 * An entry as in the journal of the mock: `in` is a request of the bank, `out` one of DCM. `cause` is the request of the
 * bank that was under way when DCM sent this one, if there was only one. `counterparty_guid` is that of the path, if any.
 */
export const recordedExchange = journalEntry.extend({
  token: sentToken.optional(),
  /** Names of the headers as they were spelled, in their order. */
  header_names: z.object({ request: z.array(z.string()), response: z.array(z.string()) }),
});
export type RecordedExchange = z.infer<typeof recordedExchange>;
