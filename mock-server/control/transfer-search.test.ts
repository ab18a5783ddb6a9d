import { expect, test } from 'vitest';
import { wholeList } from '../../contract/control/portions.js';
import { type Transfer, transferOperations } from '../../contract/control/transfers.js';
import { createTestMock } from '../mock.testing.js';
import { addBank, draft, fund, transfer } from '../world.testing.js';

/** Every filter of the list of transfers narrows every kind of search, in portions of any size. */

interface Filter {
  readonly status?: 'CREATED' | 'CONFIRMED';
  readonly counterparty_guid?: string;
}

async function twoBanks() {
  const mock = await createTestMock();
  const one = await addBank(mock, 'bank1');
  const two = await addBank(mock, 'bank2');
  await fund(mock, one, 100);
  await fund(mock, two, 100);
  mock.time.pass(1000);
  await transfer(one, one.processing, two.processing, 7.5, two.guid);
  await draft(one, one.processing, two.processing, 7.5, { purpose: 'bread' });
  await draft(two, two.processing, one.processing, 2, { purpose: 'bread' });
  const find = (query: object) =>
    wholeList(
      (portion) => mock.control.listTransfers({ query: { ...query, ...portion } }),
      ({ transfers }) => transfers,
    );
  return { one, two, find, all: await find({}) };
}

const fits = ({ status, counterparty_guid }: Filter, row: Transfer): boolean =>
  [undefined, row.status].includes(status) &&
  [undefined, row.sender.counterparty_guid, row.receiver.counterparty_guid].includes(counterparty_guid);

test('every filter narrows every search', async () => {
  const { one, two, find, all } = await twoBanks();
  const external = all.find(({ amount, status }) => amount === 7.5 && status === 'CONFIRMED');
  if (!external) throw new Error('the transfer to the other bank is missing');
  const { guid, hash } = external;
  const touches = (entity: string) => (row: Transfer) =>
    [row.sender.guid, row.receiver.guid].includes(entity);
  const searches: Readonly<Record<string, (row: Transfer) => boolean>> = {
    '': () => true,
    [guid]: (row) => row.guid === guid,
    [guid.slice(1)]: (row) => row.guid === guid,
    [hash]: (row) => row.guid === guid,
    [hash.slice(1)]: (row) => row.guid === guid,
    [one.processing]: touches(one.processing),
    [two.processing]: touches(two.processing),
    [two.processing.slice(1)]: touches(two.processing),
    [two.emission]: touches(two.emission),
    bread: (row) => row.purpose === 'bread',
    'bank bank2': (row) =>
      [row.sender, row.receiver].some(({ counterparty_name }) => counterparty_name === 'Bank bank2'),
    '7,50': (row) => row.amount === 7.5,
    '12345678-1234-4234-8234-1234567890ab': () => false,
  };
  const statuses = [{}, { status: 'CREATED' }, { status: 'CONFIRMED' }] as const;
  const filters: readonly Filter[] = [undefined, one.guid, two.guid].flatMap((counterparty_guid) =>
    statuses.map((status) => ({ ...status, ...(counterparty_guid && { counterparty_guid }) })),
  );
  const declared = Object.keys(transferOperations.listTransfers.query.shape);
  const tried = filters.flatMap((filter) => Object.keys(filter));
  expect(new Set([...tried, 'search', 'after', 'limit'])).toEqual(new Set(declared));
  for (const [search, matches] of Object.entries(searches))
    for (const filter of filters)
      for (const limit of [1, 100]) {
        const expected = all.filter((row) => matches(row) && fits(filter, row));
        expect({ search, filter, found: await find({ search, ...filter, limit }) }).toEqual({
          search,
          filter,
          found: expected,
        });
      }
});
