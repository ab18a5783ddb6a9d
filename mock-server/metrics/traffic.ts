import { Counter, Histogram, type Registry } from 'prom-client';
import type { JournalEntry } from '../../contract/control/journal.js';
import type { Watch } from '../watch.js';

/** Seconds: from what the mock answers by itself to the longest that it waits for a bank. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What became of a call to a bank. */
function outcomeOf({ status, error }: Pick<JournalEntry, 'status' | 'error'>): string {
  if (status === 200) return 'answered';
  if (status !== 0) return 'refused';
  return error.startsWith('no answer within') ? 'timeout' : 'failed';
}

/** What is counted of each exchange. Labels are names of operations, never URLs: their number is bounded. */
export function countTraffic(registry: Registry, watch: Watch): void {
  const registers = [registry];
  const requests = new Counter({
    name: 'dcm_requests_total',
    help: 'Requests by operation and HTTP status; operation "none" if there is no such operation, status "0" if no response was sent',
    labelNames: ['operation', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'dcm_request_duration_seconds',
    help: 'Seconds from the arrival of a request to its response, calls to the bank included',
    labelNames: ['operation'],
    buckets,
    registers,
  });
  const calls = new Counter({
    name: 'dcm_reverse_calls_total',
    help: 'Calls to banks by kind and outcome: answered (200), refused (another status), timeout, failed (no response)',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const waits = new Histogram({
    name: 'dcm_reverse_call_duration_seconds',
    help: 'Seconds that calls to banks took',
    labelNames: ['kind'],
    buckets,
    registers,
  });

  function count(entry: JournalEntry): void {
    const seconds = entry.ms / 1000;
    if (entry.direction === 'out') {
      calls.inc({ kind: entry.operation, outcome: outcomeOf(entry) });
      waits.observe({ kind: entry.operation }, seconds);
      return;
    }
    const operation = entry.operation || 'none';
    requests.inc({ operation, status: entry.status });
    durations.observe({ operation }, seconds);
  }

  watch.listen({ exchange: count });
}
