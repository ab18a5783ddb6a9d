import fc from 'fast-check';
import { expect, test } from 'vitest';
import { controlOperations } from '../../contract/control/index.js';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { raw } from '../client.testing.js';
import { createWorld, fundedCustomer, officerSession, type World } from '../world.testing.js';

/** Whatever is sent: never 500, always JSON, every refusal with a reason, the money invariant unharmed. */

const odd = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      'abc',
      '-1',
      '0',
      '1e309',
      'NaN',
      'null',
      '\u0000',
      '__proto__',
      'constructor',
      '😀',
      '%',
      '../..',
    ],
  ),
  fc.string({ maxLength: 60, unit: 'binary' }),
);
const oddNumber = fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.constantFrom(0.01, 1, 10, 1e21));

/** Bodies out of the operation's own member names, with values that fit or do not. */
function bodies(operation: Operation, known: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const names = Object.keys(operation.body?.shape ?? {});
  const value = fc.oneof(
    known,
    odd,
    oddNumber,
    fc.boolean(),
    fc.constant(null),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const member = fc.tuple(names.length > 0 ? fc.constantFrom(...names) : odd, value);
  const object = fc
    .array(member, { maxLength: 8 })
    .map((members) => JSON.stringify(Object.fromEntries(members)));
  return fc.oneof({ weight: 6, arbitrary: object }, { weight: 1, arbitrary: fc.json() }, odd);
}

function queries(operation: Operation, known: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const names = Object.keys(operation.query?.shape ?? {});
  const member = fc.tuple(names.length > 0 ? fc.constantFrom(...names) : odd, fc.oneof(known, odd));
  return fc.array(member, { maxLength: 4 }).map((members) => {
    const text = members.map(
      ([name, value]) => `${encodeURIComponent(wellFormed(name))}=${encodeURIComponent(wellFormed(value))}`,
    );
    return text.length > 0 ? `?${text.join('&')}` : '';
  });
}

/** Lone surrogates cannot be written into a URL. */
const wellFormed = (text: string) => Buffer.from(text, 'utf8').toString('utf8');

function requests(world: World, officer: string, known: readonly string[], table: readonly Operation[]) {
  const value = fc.constantFrom(...known);
  const headers = fc.record(
    {
      authorization: fc.constantFrom(
        `bearer ${world.session}`,
        `bearer ${world.session}`,
        `bearer ${officer}`,
        'bearer x',
        'Basic eA==',
      ),
      'content-type': fc.constantFrom(
        ...[
          'application/json',
          'application/json',
          'application/x-www-form-urlencoded',
          'text/plain',
          ';',
          'a/b;c="',
        ],
      ),
      'x-session-token': fc.constantFrom(world.session, 'x'),
      'cx-authorization': fc.constantFrom('', 'x.y.z'),
      origin: fc.constantFrom('http://127.0.0.1:1', 'null', 'http://', 'https://evil.example'),
    },
    { requiredKeys: ['authorization', 'content-type'] },
  );
  return fc.constantFrom(...table).chain((operation) =>
    fc.record({
      method: fc.oneof(
        { weight: 9, arbitrary: fc.constant<string>(operation.method) },
        fc.constantFrom('PATCH', 'PUT'),
      ),
      path: fc
        .tuple(fc.oneof({ weight: 5, arbitrary: value }, odd), fc.boolean())
        .map(([filling, own]) =>
          operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
            name === 'counterparty_guid' && own ? world.guid : encodeURIComponent(wellFormed(filling)),
          ),
        ),
      query: queries(operation, value),
      body: bodies(operation, value),
      headers,
    }),
  );
}

async function holds(world: World, table: readonly Operation[], numRuns: number): Promise<void> {
  const one = await fundedCustomer(world, world, 'one@bank1.test', 100);
  const two = await fundedCustomer(world, world, 'two@bank1.test', 100);
  const flow = await world.anybody.createLoginFlow({});
  const officer = await officerSession(world);
  const drafted = await world.api.createPayment({
    params: { counterparty_guid: world.guid },
    body: { sender_id: one.guid, receiver_id: two.guid, amount: 1 },
  });
  const known = [world.guid, one.guid, two.guid, one.customer_guid, world.emission, flow.id, drafted.guid];
  const more = ['UAH', world.issuer, 'processing', 'CONFIRMED', 'issue', 'password', '2026-01-05T12:00:00Z'];
  await fc.assert(
    fc.asyncProperty(
      requests(world, officer, [...known, ...more], table),
      async ({ method, path, query, body, headers }) => {
        const sent = raw(world.app, method, path + query, headers);
        const answer = await (method === 'GET' ? sent : sent.send(body));
        expect(world.faults).toEqual([]);
        expect([200, 204, 400, 401, 403, 404, 405, 410, 413, 415]).toContain(answer.status);
        if (answer.text !== '') {
          expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
          JSON.parse(answer.text);
        }
        if (answer.status > 204) expect(answer.headers['dcm-reason']).toMatch(/^[a-z]+$/);
        expect((await world.domain.invariant()).holds).toBe(true);
      },
    ),
    { numRuns, seed: 20260105 },
  );
  await world.control.searchJournal({ body: { match: {}, limit: 10_000 } });
}

test('DCM withstands any request', async () => {
  const world = await createWorld();
  await holds(world, Object.values(operations), 800);
}, 60_000);

test('the control API withstands any request', async () => {
  const world = await createWorld();
  const { reset: _reset, awaitJournal: _await, awaitHeld: _held, ...others } = controlOperations;
  await holds(world, Object.values(others), 300);
}, 60_000);
