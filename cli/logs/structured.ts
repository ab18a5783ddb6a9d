import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import type { Act } from '../../contract/control/access.js';
import type { JournalEntry } from '../../contract/control/journal.js';
import { withoutJwts } from '../../contract/jwt-like.js';
import { withoutPasswords } from '../../contract/masked-url.js';
import { SaidError } from '../../contract/texts/said.js';
import type { Watch } from '../../mock-server/watch.js';

/** The log of a mock for programs: one line of JSON each. */

export type StructuredLog = ReturnType<typeof structuredLog>;

/** Without tokens and without passwords. */
const safe = (text: string): string => withoutPasswords(withoutJwts(text, () => '[redacted]'));

/** Whoever reads the log wants to be woken by what the mock or a bank did not do, not by what was refused. */
function levelOf({ status, direction }: JournalEntry): 'info' | 'warn' | 'error' {
  if (direction === 'in' && status >= 500) return 'error';
  return status === 0 || status >= 400 ? 'warn' : 'info';
}

/** What is in a line about an exchange: nothing that the journal hides, neither headers nor bodies. */
const lineOf = (entry: JournalEntry, sandbox: string) => ({
  request_id: entry.request_id,
  seq: entry.seq,
  direction: entry.direction,
  operation: entry.operation,
  method: entry.method,
  path: entry.url,
  status: entry.status,
  ms: entry.ms,
  ...(entry.counterparty_guid !== '' && { counterparty_guid: entry.counterparty_guid }),
  ...(entry.cause !== 0 && { cause: entry.cause }),
  ...(entry.reason !== '' && { reason: entry.reason }),
  ...(entry.why && { why: entry.why.id }),
  ...(entry.error !== '' && { error: entry.error }),
  ...(entry.findings.length > 0 && { findings: entry.findings.map(({ rule }) => rule) }),
  ...(sandbox !== '' && { sandbox }),
});

/** Its number is one of the audit list, and would be taken for one of the journal. */
const lineOfAct = ({ at: _at, seq: _seq, ...act }: Act, sandbox: string) => ({
  ...act,
  ...(sandbox !== '' && { sandbox }),
});

/** @param output where the lines go, if not to standard output */
export function structuredLog(output: DestinationStream = process.stdout) {
  const log = pino(
    {
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      // Faults come in members already, without secrets.
      serializers: { err: (shown) => shown },
      formatters: { level: (level) => ({ level }) },
    },
    output,
  );
  return {
    /** Writes each exchange from now on, after its response, and each act of the audit list. */
    follow: (watch: Watch): (() => void) =>
      watch.listen({
        exchange(entry, sandbox) {
          setImmediate(() => log[levelOf(entry)](lineOf(entry, sandbox), 'exchange'));
        },
        act(act, refused, sandbox) {
          setImmediate(() => log[refused ? 'warn' : 'info'](lineOfAct(act, sandbox), 'act'));
        },
      }),

    /** Something that happens to the mock as a whole. */
    event: (facts: object, what: 'started' | 'stopping' | 'stopped'): void => log.info(facts, what),

    /** A fault of the mock, or what a user has to know or to correct. */
    fault(error: unknown): void {
      if (error instanceof SaidError) {
        log.warn({ note: safe(error.message) }, 'note');
        return;
      }
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
      const shown = { type: name, message, stack: stack ?? '' };
      const err = Object.fromEntries(Object.entries(shown).map(([member, text]) => [member, safe(text)]));
      log.error({ err }, 'fault of the mock');
    },
  };
}
