import { expect, it } from 'vitest';
import { ApiError } from '../../contract/client.js';
import { createByApi } from './by-api.js';

type Api = Parameters<typeof createByApi>[0]['api'];

const account = (guid: string, account_kind: string) => ({
  wallet_account_guid: guid,
  account_kind,
  counterparty_guid: 'g',
  wallet_user_guid: '',
  wallet_user_external_id: '',
  stellar_address: '',
  created_at: '2026-01-02T03:04:05Z',
});

/** DCM's API with these entities; `calls` are the offsets that lists were asked for. */
function stage(listed: ReturnType<typeof account>[], { ignoresOffset = false, dead = 0 } = {}) {
  const calls: number[] = [];
  let left = dead;
  const logins: number[] = [];
  const api = {
    async listAccounts({ query }: { query: { offset: number; limit: number } }) {
      if (left > 0) {
        left -= 1;
        throw new ApiError('listAccounts', 401, '', undefined);
      }
      calls.push(query.offset);
      const from = ignoresOffset ? 0 : query.offset;
      return [{ accounts: listed.slice(from, from + Math.min(query.limit, 2)), total: listed.length }];
    },
    getAccount: async () => ({ assets: [{ code: 'UAH', balance: 7 }] }),
  } as unknown as Api;
  const byApi = createByApi({
    api,
    counterpartyGuid: 'g',
    assetCode: 'UAH',
    session: async () => ({}),
    forget: () => void logins.push(1),
  });
  return { byApi, calls, logins };
}

it('customers that were there before the run are left out, whatever the clocks say', async () => {
  const listed = [account('old', 'customer'), account('em', 'emission'), account('pr', 'processing')];
  const { byApi } = stage(listed);
  expect((await byApi.entities()).map(({ guid }) => guid)).toEqual(['pr', 'em']);
  listed.unshift(account('new', 'customer'));
  expect((await byApi.entities()).map(({ guid }) => guid)).toEqual(['pr', 'em', 'new']);
});

it('a list is read to its end; one that is always the same, once', async () => {
  const listed = ['a', 'b', 'c'].map((guid) => account(guid, 'emission'));
  const paged = stage(listed);
  await paged.byApi.entities();
  expect(paged.calls).toEqual([0, 2, 3]);
  const same = stage(listed, { ignoresOffset: true });
  expect(await same.byApi.entities()).toHaveLength(2);
  expect(same.calls).toEqual([0, 2]);
});

it('a session that has died meanwhile is followed by one login, not more', async () => {
  const once = stage([account('a', 'emission')], { dead: 1 });
  expect(await once.byApi.entities()).toHaveLength(1);
  expect(once.logins).toHaveLength(1);
  await expect(stage([account('a', 'emission')], { dead: 2 }).byApi.entities()).rejects.toThrow('401');
});
