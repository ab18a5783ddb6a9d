import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { raw } from '../client.testing.js';
import { coveragePlans } from './coverage-plans.testing.js';
import { inhabit, returning, type Sent } from './coverage-world.testing.js';

/**
 * Requests generated from the schemas of each operation, valid and with one member broken, with the right credentials
 * and guids of a world in which something of everything exists: no 500, and a refusal leaves nothing behind.
 */

type Schema = Readonly<Record<string, unknown>> & {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

const texts = [
  'UAH',
  'PL',
  'PI',
  'month',
  'processing',
  'confirmed',
  'password',
  'GET',
  '2026-01-05',
  'x',
  '',
];

/** Values that a schema admits; texts are mostly guids and words that mean something in the world. */
function fitting(schema: Schema, known: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((schema) => fitting(schema, known)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  switch (schema.type) {
    case 'object':
      return members(schema, known);
    case 'array':
      return fc.array(fitting(schema.items ?? {}, known), { maxLength: 3 });
    case 'string':
      return known;
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.constantFrom(0, 1, 2, 30, 366, 1_000_000);
    case 'number':
      return fc.constantFrom(0, 0.01, 1, 9.9, 100.1, 1e9, 0.000_000_1);
    case 'null':
      return fc.constant(null);
    default:
      return fc.oneof(known, fc.integer());
  }
}

/** Values that mean something under a name, whatever else its schema admits. */
type Words = Readonly<Record<string, readonly unknown[]>>;
let words: Words = {};

const named = (name: string, otherwise: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  words[name] === undefined
    ? otherwise
    : fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...words[name]) },
        { weight: 1, arbitrary: otherwise },
      );

/** An object; of the members that nobody has to give, all names or only those that mean something. */
function members(schema: Schema, known: fc.Arbitrary<string>) {
  const { properties = {}, required = [] } = schema;
  const values = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, named(name, fitting(one, known))]),
  );
  const telling = Object.fromEntries(
    Object.entries(values).filter(([name]) => required.includes(name) || words[name]),
  );
  const every = fc.record(values, { requiredKeys: [...required] });
  return fc.oneof(every, fc.record(telling)) as fc.Arbitrary<Record<string, unknown>>;
}

const broken = fc.constantFrom<unknown>(
  ...[
    null,
    -1,
    1e308,
    -0.01,
    [],
    {},
    [[]],
    { a: 1 },
    true,
    '\u0000',
    '\ud800',
    'x'.repeat(300),
    'not-a-guid',
  ],
);

const jsonSchema = (schema: z.ZodType | undefined) =>
  schema ? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema) : undefined;

/** A body, and the same with one member broken. */
function bodies(operation: Operation, known: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const schema = jsonSchema(operation.body);
  if (!schema) return fc.constant(undefined);
  const valid = members(schema, known);
  const names = Object.keys(schema.properties ?? {});
  if (names.length === 0) return valid;
  const bad = fc
    .tuple(valid, fc.constantFrom(...names), broken)
    .map(([body, name, value]) => ({ ...body, [name]: value }));
  return fc.oneof({ weight: 3, arbitrary: valid }, { weight: 2, arbitrary: bad });
}

function queries(operation: Operation, known: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const schema = jsonSchema(operation.query);
  if (!schema) return fc.constant('');
  const odd = fc.constantFrom('-1', '1e9', 'x', '', '\u0000', '2026-13-45');
  const one = ([name, its]: [string, Schema]) =>
    fc.oneof({ weight: 4, arbitrary: named(name, fitting(its, known)) }, odd).map((value) => [name, value]);
  const entries = Object.entries(schema.properties ?? {}).map(one);
  if (entries.length === 0) return fc.constant('');
  return fc.array(fc.oneof(...entries), { maxLength: 3 }).map((pairs) => {
    const query = new URLSearchParams();
    for (const [name, value] of pairs)
      for (const each of [value].flat()) query.append(String(name), String(each));
    return pairs.length > 0 ? `?${query}` : '';
  });
}

/** What stands in the path for each parameter. */
function fillings(operation: Operation, known: fc.Arbitrary<string>) {
  const names = Object.keys(operation.params?.shape ?? {});
  return fc.record(Object.fromEntries(names.map((name) => [name, named(name, known)]))) as fc.Arbitrary<
    Record<string, string>
  >;
}

/** A world in which every kind of thing exists, and what stands for it in requests. */
async function inhabited() {
  const world = await inhabit();
  const rows = world.rows();
  const guids = (name: string) =>
    (rows[name] ?? []).slice(0, 3).map((row) => ('guid' in row ? String(row.guid) : ''));
  const { one, two, drafted, branch, other } = world;
  const found = ['employees', 'categories', 'permission_titles', 'recons', 'account_types', 'emissions'];
  const known = [
    ...[world.guid, world.emission, world.processing, one.guid, two.guid, one.customer_guid, drafted, branch],
    ...[other.guid, other.processing, world.issuer, 'Tellers', 'Readers', 'Administrator'],
    ...found.flatMap(guids).filter(Boolean),
  ];
  const employee = guids('employees');
  words = {
    asset_code: ['UAH'],
    asset_issuer: [world.issuer],
    role_name: ['Readers', 'Tellers'],
    roles: [['Readers']],
    branch_guid: [branch],
    permission_guid: [world.title('endpoint'), world.title('branch')],
    user_guid: employee,
    employee_guid: employee,
    customer_guid: [one.customer_guid],
    account_guid: [one.guid, world.processing],
    payment_guid: [drafted],
    recon_guid: guids('recons'),
    category_guid: guids('categories'),
    sender_id: [one.guid, world.processing],
    receiver_id: [two.guid, world.processing],
    amount: [0.01, 1],
    target_balance: [99],
    guid: [drafted],
    login: ['new@bank1.test', 'newer@bank1.test'],
    email: ['new@bank1.test'],
    status: ['confirmed'],
    segment: ['PL'],
    key_keeper_login: ['keeper-2'],
    account_kind: ['processing'],
    reserve_balance: [1000],
    counterparty_role: ['one_of'],
    iban: [''],
    period: ['month', 'day'],
    account_type_guid: guids('account_types'),
    max: [1000],
    min: [0],
  };
  return { world, known };
}

/** A request that is served, whose other members are generated. */
function served(operation: Operation, good: Sent, known: fc.Arbitrary<string>) {
  const schema = jsonSchema(operation.body);
  const body: fc.Arbitrary<unknown> = schema
    ? fc.oneof(
        fc.constant(good.body ?? {}),
        members(schema, known).map((generated) => ({ ...generated, ...good.body })),
      )
    : fc.constant(undefined);
  const query = good.query ? `?${new URLSearchParams(good.query as Record<string, string>)}` : '';
  return fc.record({ filling: fc.constant(good.params ?? {}), query: fc.constant(query), body });
}

test('operations fail at nothing that their schemas admit or nearly admit', {
  timeout: 180_000,
}, async () => {
  const { world, known } = await inhabited();
  const anew = await returning(world);
  for (const operation of Object.values(operations) as Operation[]) {
    const plan = coveragePlans[operation.id as keyof typeof coveragePlans];
    const good = (await plan?.good(world)) ?? {};
    const text = fc.constantFrom(...known, ...known, ...texts);
    const seen = new Set<number>();
    const request = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          filling: fillings(operation, text),
          query: queries(operation, text),
          body: bodies(operation, text),
        }),
      },
      { weight: 1, arbitrary: served(operation, good, text) },
    );
    const session = operation.caller === 'officer' ? world.officer : world.session;
    // Who is logged in gets no new flow for it; a bank's own token stands alone.
    const bare = operation.caller === 'public' || good.headers?.['cx-authorization'] !== undefined;
    const authorization: Record<string, string> = bare ? {} : { authorization: `bearer ${session}` };
    await fc.assert(
      fc.asyncProperty(request, async ({ filling, query, body }) => {
        const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
          name === 'counterparty_guid' ? world.guid : encodeURIComponent(filling[name] || 'x'),
        );
        const before = world.rows();
        const headers = { ...authorization, ...good.headers, 'content-type': 'application/json' };
        const sent = raw(world.app, operation.method, path + query, headers);
        const answer = await (body === undefined ? sent : sent.send(JSON.stringify(body)));
        expect(world.faults).toEqual([]);
        expect([200, 204, 400, 401, 403, 404, 410], operation.id).toContain(answer.status);
        seen.add(answer.status);
        if (answer.status < 400) {
          if (answer.status === 200 && operation.withoutBody === undefined)
            operation.answer.parse(answer.body);
        } else {
          expect(answer.headers['dcm-reason']).toMatch(/^[a-z]+$/);
          expect(world.rows()).toEqual(before);
        }
        expect((await world.domain.invariant()).holds).toBe(true);
      }),
      { numRuns: 30, seed: 20260105 },
    );
    expect([operation.id, Math.min(...seen) < 400]).toEqual([operation.id, true]);
    await anew();
  }
});
