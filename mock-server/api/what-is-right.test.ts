import { beforeEach, expect, test } from 'vitest';
import { type Operations, operations } from '../../contract/operations/index.js';
import { raw } from '../client.testing.js';
import { explainedCause } from '../explained.testing.js';
import {
  addBank,
  createWorld,
  customer,
  draft,
  fund,
  fundedCustomer,
  sessionOf,
  type World,
} from '../world.testing.js';

/** What an explanation says is right is served: the request is changed where and how it says, and nowhere else. */

interface Sent {
  readonly operation: keyof Operations;
  readonly token: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly method?: string;
}

/** A request that is refused, where that is said to be, and the request as it is right. */
interface Case {
  readonly wrong: Sent;
  readonly where: string;
  readonly right: (facts: Readonly<Record<string, string>>) => Sent | Promise<Sent>;
}

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const sent = (operation: keyof Operations, body?: object, more: Partial<Sent> = {}): Sent => ({
  operation,
  token: world.session,
  params: {},
  ...(body && { body: { ...body } }),
  ...more,
});

function send({ operation, token, params, body, headers, query = '', method }: Sent) {
  const given: Readonly<Record<string, string>> = { counterparty_guid: world.guid, ...params };
  const path = operations[operation].path.replaceAll(/\{(\w+)\}/g, (_, name: string) => given[name] ?? '');
  const request = raw(world.app, method ?? operations[operation].method, path + query, {
    'content-type': 'application/json',
    authorization: `bearer ${token}`,
    ...headers,
  });
  return body === undefined ? request : request.send(JSON.stringify(body));
}

const orders = () => ({ asset_code: 'UAH', asset_issuer: world.issuer });

const cases: Readonly<Record<string, () => Promise<Case>>> = {
  'bank-guid-missing': async () => {
    const other = await addBank(world, 'bank2');
    await fund(world, world, 10);
    const { guid } = await draft(world, world.processing, other.processing, 1);
    const wrong = sent('confirmPayment', { guid });
    return {
      wrong,
      where: 'body, bank_guid',
      right: ({ expected }) => ({ ...wrong, body: { guid, bank_guid: expected } }),
    };
  },
  'bank-guid-wrong': async () => {
    const other = await addBank(world, 'bank2');
    await fund(world, world, 10);
    const { guid } = await draft(world, world.processing, other.processing, 1);
    const wrong = sent('confirmPayment', { guid, bank_guid: world.guid });
    return {
      wrong,
      where: 'body, bank_guid',
      right: ({ expected }) => ({ ...wrong, body: { guid, bank_guid: expected } }),
    };
  },
  'insufficient-balance': async () => {
    const one = await fundedCustomer(world, world, 'one', 5);
    const two = await customer(world, 'two');
    const wrong = sent('createPayment', { sender_id: one.guid, receiver_id: two.guid, amount: 7 });
    return {
      wrong,
      where: 'body, amount',
      right: ({ balance }) => ({ ...wrong, body: { ...wrong.body, amount: Number(balance) } }),
    };
  },
  'same-entity': async () => {
    const one = await fundedCustomer(world, world, 'one', 5);
    const two = await customer(world, 'two');
    const wrong = sent('createPayment', { sender_id: one.guid, receiver_id: one.guid, amount: 1 });
    return {
      wrong,
      where: 'body, receiver_id',
      right: () => ({ ...wrong, body: { ...wrong.body, receiver_id: two.guid } }),
    };
  },
  'party-unknown': async () => {
    const one = await fundedCustomer(world, world, 'one', 5);
    const two = await customer(world, 'two');
    const wrong = sent('createPayment', { sender_id: one.guid, receiver_id: two.customer_guid, amount: 1 });
    return {
      wrong,
      where: 'body, receiver_id',
      right: async ({ member = '' }) => {
        const [account] = (
          await world.api.getCustomerAccounts({
            params: { counterparty_guid: world.guid, customer_guid: two.customer_guid },
          })
        ).map(({ guid }) => guid);
        return { ...wrong, body: { ...wrong.body, [member]: account } };
      },
    };
  },
  'asset-code': async () => {
    const wrong = sent('createCustomer', { login: 'one', ...orders(), asset_code: 'USD' });
    return {
      wrong,
      where: 'body, asset_code',
      right: ({ expected }) => ({ ...wrong, body: { ...wrong.body, asset_code: expected } }),
    };
  },
  'member-missing': async () => {
    const wrong = sent('createCustomer', { login: 'one', asset_code: 'UAH' });
    return {
      wrong,
      where: 'body, asset_issuer',
      right: ({ member = '' }) => ({ ...wrong, body: { ...wrong.body, [member]: world.issuer } }),
    };
  },
  'member-type': async () => {
    const wrong = sent('createCustomer', { ...orders(), login: ['one'] });
    return {
      wrong,
      where: 'body, login',
      right: ({ member = '' }) => ({ ...wrong, body: { ...wrong.body, [member]: 'one' } }),
    };
  },
  'customer-exists': async () => {
    await customer(world, 'one');
    const wrong = sent('createCustomer', { ...orders(), login: 'one' });
    return {
      wrong,
      where: 'body, login',
      right: async () => {
        const { customers } = await world.api.listCustomers({
          params: { counterparty_guid: world.guid },
          query: {},
        });
        const params = { customer_guid: customers[0]?.customer_guid ?? '' };
        return sent('createCustomerAccount', orders(), { params });
      },
    };
  },
  'content-type': async () => {
    const wrong = sent('createRole', { role_name: 'r' }, { headers: { 'content-type': 'text/plain' } });
    return {
      wrong,
      where: 'header Content-Type',
      right: ({ expected = '' }) => ({ ...wrong, headers: { 'content-type': expected } }),
    };
  },
  'wrong-method': async () => {
    const wrong = sent('listRoles', undefined, { method: 'PATCH' });
    return {
      wrong,
      where: 'method of the request',
      right: ({ allowed = '' }) => ({ ...wrong, method: allowed.split(', ')[0] ?? '' }),
    };
  },
  'role-exists': async () => {
    await world.api.createRole({ params: { counterparty_guid: world.guid }, body: { role_name: 'r' } });
    const wrong = sent('createRole', { role_name: 'r' });
    return {
      wrong,
      where: 'body, role_name',
      right: ({ name }) => ({ ...wrong, body: { role_name: `${name}-2` } }),
    };
  },
  'other-counterparty': async () => {
    const other = await addBank(world, 'bank2');
    const wrong = sent('listAccounts', undefined, { params: { counterparty_guid: other.guid } });
    return {
      wrong,
      where: 'path, counterparty_guid',
      right: ({ own = '' }) => ({ ...wrong, params: { counterparty_guid: own } }),
    };
  },
  'permission-missing': async () => {
    const email = 'clerk@bank1.test';
    const wrong = sent('listAccounts', undefined, {
      token: await sessionOf(world, world.guid, email, []),
    });
    return {
      wrong,
      where: 'header Authorization',
      right: async ({ permission }) => {
        const params = { counterparty_guid: world.guid };
        const { permissions } = await world.api.listPermissionTitles({ params, query: { limit: 200 } });
        const title = permissions.find(
          ({ keto_kind, keto_scope_name, keto_permission }) =>
            keto_kind === 'endpoint' && `${keto_scope_name}:${keto_permission}` === permission,
        );
        await world.api.createRole({ params, body: { role_name: 'readers' } });
        await world.api.addRolePermission({
          params,
          body: { role_name: 'readers', permission_guid: title?.guid ?? '' },
        });
        const user_guid = (await world.domain.employees.byEmail(email))?.guid ?? '';
        await world.api.addUserToRole({ params, body: { role_name: 'readers', user_guid } });
        return wrong;
      },
    };
  },
  'uuid-length': async () => {
    const wrong = sent('createCustomer', { ...orders(), login: 'one', branch_guid: '{1}' });
    return {
      wrong,
      where: 'body, branch_guid',
      right: async ({ member = '' }) => {
        const params = { counterparty_guid: world.guid };
        const { guid } = await world.api.createBranch({ params, body: { name: 'North' } });
        return { ...wrong, body: { ...wrong.body, [member]: guid } };
      },
    };
  },
  'amount-too-fine': async () => {
    const one = await fundedCustomer(world, world, 'one', 5);
    const two = await customer(world, 'two');
    const wrong = sent('createPayment', { sender_id: one.guid, receiver_id: two.guid, amount: 0.1 + 0.2 });
    return {
      wrong,
      where: 'body, amount',
      right: ({ amount }) => ({
        ...wrong,
        body: { ...wrong.body, amount: Number(Number(amount).toFixed(2)) },
      }),
    };
  },
};

test.each(Object.entries(cases))('%s: what is said to be right is served', async (cause, make) => {
  const { wrong, where, right } = await make();
  const refused = await send(wrong);
  expect([refused.status >= 400, explainedCause(world, refused)]).toEqual([true, cause]);
  const [entry] = world.journal.search({ direction: 'in' }, 100_000).slice(-1);
  expect(entry?.why?.where.en).toBe(where);
  const served = await send(await right(entry?.why?.facts ?? {}));
  expect([served.status, served.text, served.headers['dcm-hint']]).toEqual([
    200,
    expect.anything(),
    undefined,
  ]);
  expect(world.journal.search({ direction: 'in' }, 100_000).at(-1)?.why).toBeUndefined();
});
