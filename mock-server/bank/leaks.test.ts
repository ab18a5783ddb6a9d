import { beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { answers, externalIdOf, secretOf } from '../fake-bank.testing.js';
import { createWorld, customer, keepers, of, type World } from '../world.testing.js';

/** A bank that refuses and tells a secret with it. */

let world: World;
beforeEach(async () => {
  world = await createWorld();
  await customer(world, 'one');
});

const secret = secretOf(externalIdOf('one'));
const issue = () =>
  refusalOf(world.api.issueIdentifiers({ params: of(world), body: { amount: 10, reserve_balance: 1000 } }));
const recorded = () => world.journal.search({ direction: 'out', operation: 'external_id' }, 10).at(-1);

test.each([401, 403, 500])(
  'a %i with a secret that was served before is noticed, and not shown',
  async (status) => {
    world.bank.answers.external_id = answers(status, { error: `no; the key of another is ${secret}` });
    await issue();
    const entry = recorded();
    expect(entry?.findings).toContainEqual({
      rule: 'AUTH-08',
      level: 'must',
      text: `a secret in the ${status} of /external_id`,
    });
    expect(JSON.stringify(entry)).not.toContain(secret);
  },
);

test('a refusal without a secret reveals none, whatever it quotes from the request', async () => {
  world.bank.answers.external_id = answers(401, { error: `${keepers[0].external_id} is not yours` });
  await issue();
  expect(recorded()?.findings).toEqual([]);
  expect(recorded()?.response.body).toMatchObject({ error: `${keepers[0].external_id} is not yours` });
});
