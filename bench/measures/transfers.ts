import { createClient } from '../../contract/client.js';
import { operations } from '../../contract/operations/index.js';
import { startProgram } from '../child.js';
import { progress } from '../progress.js';
import { median } from '../statistics.js';
import type { Section } from '../table.js';

const senders = 8;
const rounds = 5;
/** Transfers of each sender in a round. */
const each = 25;

interface Facts {
  readonly url: string;
  readonly guid: string;
  readonly authorization: string;
  readonly customers: readonly string[];
}

/**
 * Transfers per second with the reference bank in the process of the mock. Each is a draft, a confirmation, two
 * reverse calls, a callback, and the bank's reading of the transfer: six exchanges, four of them with both ends here.
 */
export async function measureTransfers(): Promise<Section> {
  progress('transfers: walking the plan up to funded customers');
  const program = await startProgram<Facts>('transfers', [String(senders)]);
  const { url, guid, authorization, customers } = program.facts;
  const client = createClient(operations, { baseUrl: url, headers: () => ({ authorization }), fetch });
  const params = { counterparty_guid: guid };

  /** Every customer sends to the next one. */
  async function transfer(from: number): Promise<void> {
    const [sender_id = '', receiver_id = ''] = [customers[from], customers[(from + 1) % customers.length]];
    const draft = await client.createPayment({ params, body: { sender_id, receiver_id, amount: 0.01 } });
    await client.confirmPayment({ params, body: { guid: draft.guid } });
  }

  async function run(atOnce: number): Promise<number> {
    const begun = performance.now();
    const line = async (from: number) => {
      for (let count = 0; count < each; count++) await transfer(from);
    };
    await Promise.all(customers.slice(0, atOnce).map((_guid, index) => line(index)));
    return (each * atOnce) / ((performance.now() - begun) / 1000);
  }

  try {
    await run(senders);
    const rates: Record<'one' | 'all', number[]> = { one: [], all: [] };
    for (let round = 1; round <= rounds; round++) {
      progress(`transfers: round ${round} of ${rounds}`);
      rates.one.push(await run(1));
      rates.all.push(await run(senders));
    }
    progress('transfers: profiling');
    await program.ask('begin');
    await run(senders);
    await run(senders);
    const shares = await program.ask<Record<string, number>>('end');
    return {
      title: 'Draft and confirmation, reference bank in the same process',
      unit: 'transfers/s',
      lines: [
        { what: 'one after the other', figure: median(rates.one).toFixed(0) },
        { what: `${senders} at once`, figure: median(rates.all).toFixed(0) },
      ],
      notes: [`where the time goes: ${listed(shares)}`],
    };
  } finally {
    await program.stop();
  }
}

/** Shares of at least 1 percent, largest first. */
export function listed(shares: Readonly<Record<string, number>>): string {
  return Object.entries(shares)
    .filter(([, share]) => share >= 0.01)
    .sort(([, one], [, other]) => other - one)
    .map(([part, share]) => `${part} ${(share * 100).toFixed(0)} %`)
    .join(', ');
}
