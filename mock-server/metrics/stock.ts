import { Gauge, type Registry } from 'prom-client';
import { type RunState, runStates } from '../../contract/control/run-parts.js';
import type { Watch } from '../watch.js';

export interface StockParts {
  readonly watch: Watch;
  /** How many sandboxes there are. */
  readonly sandboxes: () => number;
  readonly runs: { list(): readonly { readonly state: RunState }[] };
}

/** What there is at the moment, in the mock and all its sandboxes: found out when it is asked for. */
export function gaugeStock(registry: Registry, { watch, sandboxes, runs }: StockParts): void {
  const registers = [registry];
  const gauge = (name: string, help: string, collect: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await collect());
      },
    });
  const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
  const waiting = async (of: 'due' | 'pending') => {
    const found: number[] = [];
    for (const { deliveries } of watch.all()) found.push((await deliveries.waiting())[of]);
    return sum(found);
  };

  gauge('dcm_deliveries_pending', 'Callbacks that no bank has taken yet and that are not given up', () =>
    waiting('pending'),
  );
  gauge('dcm_deliveries_due', 'Those of them that are due now', () => waiting('due'));
  gauge('dcm_journal_entries', 'Exchanges that the journal holds', () =>
    sum(watch.all().map(({ journal }) => journal.kept)),
  );
  gauge('dcm_journal_bytes', 'Memory that they take, about', () =>
    sum(watch.all().map(({ journal }) => journal.bytes)),
  );
  gauge('dcm_sandboxes', 'Sandboxes that there are', sandboxes);
  new Gauge({
    name: 'dcm_runs',
    help: 'Runs of dcm verify that the mock keeps, by state',
    labelNames: ['state'],
    registers,
    collect() {
      const states = runs.list().map(({ state }) => state);
      for (const state of runStates) this.set({ state }, states.filter((each) => each === state).length);
    },
  });
}
