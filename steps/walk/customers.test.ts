import { expect, it } from 'vitest';
import type { NewCustomer } from '../../contract/driver.js';
import { createCustomers } from './customers.js';
import type { KnownCustomer } from './make-secret.js';
import { createMemory } from './memory.js';

const atFirst = {} as NonNullable<KnownCustomer['atFirst']>;

function walk(memory = createMemory()) {
  let made = 0;
  const secrets: string[] = [];
  const customers = createCustomers(
    {
      newCustomer: () => {
        made += 1;
        return { login: `customer-${made}` };
      },
      customersLeft: () => 3 - made,
    },
    memory,
    async (customer: NewCustomer) => {
      secrets.push(customer.login);
      return { ...customer, externalId: `id-${customer.login}`, atFirst };
    },
  );
  return { customers, secrets, memory };
}

it('uses a customer again whom a scenario has left, and makes no second secret', async () => {
  const { customers, secrets } = walk();
  const planned = customers.takeWithoutSecret();
  customers.leaveWithoutSecret(planned);
  customers.begins();
  const known = await customers.takeWithSecret();
  expect(known.login).toBe(planned.login);
  customers.leaveWithSecret(known);
  customers.begins();
  const pair = await customers.two();
  expect(pair.map(({ login }) => login)).toEqual(['customer-1', 'customer-2']);
  customers.begins();
  const taken = [await customers.takeWithSecret(), await customers.takeWithSecret()];
  expect(taken.map(({ login }) => login)).toEqual(['customer-1', 'customer-2']);
  expect(secrets).toEqual(['customer-1', 'customer-2']);
  expect(customers.left()).toBe(1);
});

it('uses nobody whom a scenario has touched that did not pass, and everybody else', async () => {
  const { customers } = walk();
  customers.leaveWithoutSecret(customers.takeWithoutSecret());
  customers.begins();
  customers.leaveWithSecret(await customers.takeWithSecret());
  customers.leaveWithoutSecret(customers.takeWithoutSecret());
  customers.begins();
  customers.leaveWithSecret(await customers.takeWithSecret());
  customers.spoiled();
  expect(customers.takeWithoutSecret().login).toBe('customer-2');
  expect((await customers.takeWithSecret()).login).toBe('customer-3');
});

it('knows in another process whom there is', async () => {
  const { customers, memory } = walk();
  customers.leaveWithSecret(await customers.takeWithSecret());
  customers.leaveWithoutSecret(customers.takeWithoutSecret());
  const resumed = walk(createMemory(JSON.parse(JSON.stringify(memory.state())))).customers;
  expect((await resumed.takeWithSecret()).login).toBe('customer-1');
  expect(resumed.takeWithoutSecret().login).toBe('customer-2');
});
