import { expect, test } from 'vitest';
import { answeringWorld, ask, below, type Seen } from './answered.testing.js';
import { settled, type World } from './world.testing.js';

/** What the option `tolerances` changes of responses on the wire, and what it never changes. */

/** The response, once its delay has passed. */
async function late(world: World, asked: Promise<Seen>): Promise<Seen> {
  let done = false;
  const answer = asked.finally(() => {
    done = true;
  });
  while (!done) {
    await settled();
    const wait = (world.time.next() ?? Number.POSITIVE_INFINITY) - world.time.clock.now();
    if (wait <= 30) world.time.pass(wait);
  }
  return answer;
}

type Asked = (world: World) => Promise<Seen>;

const accounts: Asked = (world) => ask(world, 'listAccounts', below(world, '/accounts'));
const jwks: Asked = (world) => ask(world, 'getDcmJwks', '/api/v1/.well-known/jwks.json');

async function manyOf(asked: Asked, tolerances: 'on' | 'off', many = 120): Promise<Seen[]> {
  const world = await answeringWorld({ tolerances });
  const seen: Seen[] = [];
  for (let turn = 0; turn < many; turn += 1) seen.push(await late(world, asked(world)));
  return seen;
}

/** Names of members in their order, wherever they are. */
const namesIn = (text: string): string[] => [...text.matchAll(/"(\w+)":/g)].map(([, name = '']) => name);

const has = (seen: readonly Seen[], kind: (one: Seen) => boolean) => seen.filter(kind).length;

const unknownHeader = ({ headers }: Seen) =>
  Object.keys(headers).some((name) => name.startsWith('x-unknown-'));
const unknownMember = ({ text }: Seen) => text.includes('"x_unknown_');

test('some responses are varied in every way, the others are as usual', async () => {
  const [usual] = await manyOf(accounts, 'off', 1);
  const order = namesIn(usual?.text ?? '');
  const seen = await manyOf(accounts, 'on');
  const known = ({ text }: Seen) => namesIn(text).filter((name) => !/^x_unknown|^nested$/.test(name));
  const kinds: readonly ((one: Seen) => boolean)[] = [
    unknownMember,
    unknownHeader,
    (one) => JSON.stringify(known(one)) !== JSON.stringify(order),
    ({ headers }) => headers['content-type'] === 'application/json',
    ({ headers }) => headers['transfer-encoding'] === 'chunked' && headers['content-length'] === undefined,
  ];
  for (const kind of kinds) {
    expect(has(seen, kind)).toBeGreaterThan(0);
    expect(has(seen, kind)).toBeLessThan(30);
  }
  for (const one of seen) expect(known(one).toSorted()).toEqual(order.toSorted());
  expect(has(seen, ({ status }) => status === 200)).toBe(seen.length);
});

test('a seed repeats which responses are varied, and how', async () => {
  const shape = ({ text, headers }: Seen) => [
    namesIn(text),
    Object.keys(headers).filter((name) => /^x-/.test(name)),
  ];
  const [first, second] = [await manyOf(accounts, 'on', 60), await manyOf(accounts, 'on', 60)];
  expect(first.map(shape)).toEqual(second.map(shape));
});

test('keys of DCM get unknown members only, in their usual order', async () => {
  const seen = await manyOf(jwks, 'on');
  const [usual] = await manyOf(jwks, 'off', 1);
  const known = ({ text }: Seen) => namesIn(text).filter((name) => !/^x_unknown|^nested$/.test(name));
  expect(has(seen, unknownMember)).toBeGreaterThan(0);
  for (const one of seen) expect(known(one)).toEqual(namesIn(usual?.text ?? ''));
});

test('neither the control API nor the Stellar explorer is varied, and a refusal keeps its body', async () => {
  const world = await answeringWorld({ tolerances: 'on' });
  for (const path of ['/control/v1/clock', '/control/v1/nothing', '/horizon']) {
    for (let turn = 0; turn < 40; turn += 1) {
      const one = await late(world, ask(world, 'getDcmJwks', path));
      expect([unknownHeader(one), unknownMember(one)]).toEqual([false, false]);
      expect(one.headers['transfer-encoding']).toBeUndefined();
    }
  }
  for (let turn = 0; turn < 40; turn += 1) {
    const one = await late(world, ask(world, 'getPayment', below(world, '/payments/x')));
    expect(one.text).toBe('{"error":"payment not found"}');
  }
});
