import { createCall } from './domain/call.js';
import type { Domain } from './domain/index.js';
import type { Transfer } from './domain/transfers-collection.js';

const aliases = ['bank2', 'bank3'] as const;
const customers = 4;

/** Two banks that the mock plays itself, each with as many customers as there are lanes. */
export async function addBanks({ simulatedBanks }: Domain): Promise<void> {
  for (const alias of aliases) {
    await simulatedBanks.add(createCall(0, false), { alias, customers, amount: 1000 });
  }
}

/** Transfers between customers of those banks: each lane has a sender of its own, every other one sends abroad. */
export async function openLanes(
  domain: Domain,
): Promise<readonly { readonly send: () => Promise<Transfer> }[]> {
  const banks = await domain.counterparties.list();
  const [home, abroad] = await Promise.all(
    aliases.map(async (alias) => {
      const guid = banks.find((bank) => bank.alias === alias)?.guid ?? '';
      const entities = await domain.entities.list(guid);
      return { guid, customers: entities.filter((entity) => entity.account_kind === 'customer') };
    }),
  );
  return Array.from({ length: customers }, (_, lane) => {
    const receivers = lane % 2 === 0 ? home : abroad;
    const sender_id = home?.customers[lane]?.guid ?? '';
    const receiver_id = receivers?.customers[(lane + 1) % customers]?.guid ?? '';
    const order = { sender_id, receiver_id, amount: 0.01, purpose: '' };
    return { send: () => domain.simulatedBanks.send(createCall(0, false), home?.guid ?? '', order) };
  });
}
