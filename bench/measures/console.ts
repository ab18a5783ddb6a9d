import { type Client, createClient } from '../../contract/client.js';
import { type ControlOperations, controlOperations } from '../../contract/control/index.js';
import { startProgram } from '../child.js';
import { progress } from '../progress.js';
import { median } from '../statistics.js';
import type { Section } from '../table.js';

const entries = 50_000;
const transfers = 10_000;
const rounds = 15;
/** Milliseconds of the server that the first view of a page may take. */
const mostMs = 200;

type Control = Client<ControlOperations>;

/** Rows that a page of the console requests. */
const limit = 50;
const page = { query: { limit } };

/** What each page requests when it is opened. */
const pages: Readonly<Record<string, (control: Control) => Promise<unknown>[]>> = {
  'the board': (control) => [control.getBoard({}), control.getInvariant({}), control.getClock({})],
  'the journal': (control) => [control.listEntries(page), control.getInvariant({})],
  'the journal, a filter that finds nothing': (control) => [
    control.listEntries({ query: { text: 'nowhere', limit } }),
  ],
  transfers: (control) => [control.listTransfers(page), control.getInvariant({})],
  'transfers of a status': (control) => [control.listTransfers({ query: { status: 'CONFIRMED', limit } })],
  callbacks: (control) => [control.listDeliveries(page)],
  mailbox: (control) => [control.listMail({ query: { without_content: 'true', limit } })],
  options: (control) => [control.getProfile({})],
};

/** Milliseconds until the console has the data for its first view, from a mock with a lot of data. */
export async function measureConsole(): Promise<Section> {
  progress('console: filling the journal');
  const program = await startProgram<{ url: string }>('console', [String(entries), String(transfers)]);
  const control = createClient(controlOperations, { baseUrl: program.facts.url, fetch });
  try {
    const lines = [];
    for (const [name, ask] of Object.entries(pages)) {
      progress(`console: ${name}`);
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const begun = performance.now();
        await Promise.all(ask(control));
        times.push(performance.now() - begun);
      }
      const ms = median(times);
      lines.push({ what: name, figure: ms.toFixed(1), ratio: ms / mostMs, target: { atMost: 1 } });
    }
    return {
      title: `Console, ${entries} journal entries and ${transfers} transfers`,
      unit: 'ms',
      lines,
      notes: [`the ratio is to ${mostMs} ms; the client's part is in the figures`],
    };
  } finally {
    await program.stop();
  }
}
