import { Transaction } from '@stellar/stellar-base';
import { expect, it } from 'vitest';
import { ORDER, TEST_NETWORK, XDR } from '../mock-server/stellar/documented-example.testing.js';
import { transferEnvelope } from '../steps/envelope.js';

/** The envelopes with which the harness asks at /sign, beside the documented one. */

const documented = {
  sender: ORDER.source,
  receiver: ORDER.destination,
  asset_code: ORDER.assetCode,
  asset_issuer: ORDER.assetIssuer,
  amount: 0.01,
  payment_guid: ORDER.paymentGuid,
};
const stranger = 'GALY4D4HZ6XMC2YI5FOWXZ3JKMEOYPWZPADPXBC7ZA232SSEEUCGAR5X';

/** All that an envelope says, each thing under its name; the sequence number is the ledger's matter. */
function said(xdr: string): Record<string, string> {
  const { source, fee, timeBounds, memo, operations, signatures } = new Transaction(xdr, TEST_NETWORK);
  const all: Record<string, unknown> = {
    source,
    fee,
    minTime: timeBounds?.minTime,
    maxTime: timeBounds?.maxTime,
    memo: memo.type,
    signatures: signatures.length,
  };
  for (const [index, operation] of operations.entries())
    for (const [name, value] of Object.entries(operation)) all[`${index}.${name}`] = value;
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, JSON.stringify(value ?? null)]),
  );
}

async function differences(change: Partial<typeof documented> & { readonly further?: number }) {
  const sent = said(XDR);
  const made = said(await transferEnvelope({ ...documented, ...change }, TEST_NETWORK));
  return [...new Set([...Object.keys(sent), ...Object.keys(made)])].filter(
    (text) => sent[text] !== made[text],
  );
}

it('the whole one is the one that the documentation shows', async () => {
  expect(await differences({})).toEqual([]);
});

it.each([
  [{ amount: 1.01 }, ['0.amount']],
  [{ receiver: stranger }, ['0.destination']],
  [{ sender: stranger }, ['source']],
  [{ asset_code: 'OTHER' }, ['0.asset']],
  [{ payment_guid: 'ffffffff-ffff-4fff-bfff-ffffffffffff' }, ['1.value']],
] as const)('with %j it differs in that and in nothing else', async (change, differs) => {
  expect(await differences(change)).toEqual(differs);
});

it('with a further operation it has a fee for three, and is the same in the first two', async () => {
  const own = /^(fee|2\.)/;
  expect((await differences({ further: 1 })).filter((name) => !own.test(name))).toEqual([]);
});
