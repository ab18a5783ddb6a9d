import { describe, expect, test } from 'vitest';
import { controlOperations, controlPages } from '../../contract/control/index.js';
import { wholeList } from '../../contract/control/portions.js';
import type { Operation } from '../../contract/operation.js';
import { inUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { raw } from '../client.testing.js';
import { counterpartyRows } from '../domain/counterparties-collection.js';
import { deliveryRows } from '../domain/deliveries-collection.js';
import { employeeRows } from '../domain/employees-collection.js';
import { entityRows } from '../domain/entities-collection.js';
import { identifierRequestRows } from '../domain/identifier-requests-collection.js';
import { mailRows } from '../domain/mailbox-collection.js';
import type { Collection } from '../domain/store.js';
import { transferRows } from '../domain/transfers-collection.js';
import { longestAnswer } from '../journal/pages.js';
import { createTestMock } from '../mock.testing.js';
import { createWorld, fundedCustomer, settled, type World } from '../world.testing.js';

/** The lists of the control API come in portions, so that no answer is larger than memory has room for. */

const long = 'x'.repeat(1024 * 1024);
const count = 9;
const copyGuid = (index: number) => `00000000-0000-4000-8000-00000000000${index}`;
/** What rows have beside their long text. */
const slack = 100_000;

interface Listed {
  readonly guid: string;
}
interface Portion {
  readonly items: readonly Listed[];
  readonly next: string;
}
interface Asked {
  readonly after?: string;
  readonly limit?: number;
}
type List = (world: World, query: Asked) => Promise<Portion>;

/** Copies of a row that is there, with a long text. */
async function copies<Row extends object>(world: World, collection: Collection<Row>, longer: object) {
  await world.domain.center.store.write(async (tx) => {
    const [like] = (await tx.page(collection, { limit: 1 })).rows;
    if (!like) throw new Error(`${collection.name} has no row`);
    for (let index = 0; index < count; index++)
      await tx.put(collection, { ...like, ...longer, guid: copyGuid(index) } as Row);
  });
}

const lists: readonly [name: string, make: (world: World) => Promise<void>, list: List][] = [
  [
    'listDeliveries',
    (world) =>
      copies(world, deliveryRows, {
        attempts: [{ at: '2026-01-01T00:00:00Z', status: 0, error: long, ms: 1 }],
      }),
    async ({ control }, query) => {
      const { deliveries: items, next } = await control.listDeliveries({ query });
      return { items, next };
    },
  ],
  [
    'listPeople',
    (world) => copies(world, employeeRows, { email: long }),
    async ({ control }, query) => {
      const { employees: items, next } = await control.listPeople({ query });
      return { items, next };
    },
  ],
  [
    'listMail',
    (world) => copies(world, mailRows, { text: long }),
    async ({ control }, query) => {
      const { mails: items, next } = await control.listMail({ query });
      return { items, next };
    },
  ],
  [
    'listTransfers',
    (world) => copies(world, transferRows, { purpose: long }),
    async ({ control }, query) => {
      const { transfers: items, next } = await control.listTransfers({ query });
      return { items, next };
    },
  ],
  [
    'listTransfers that are searched',
    (world) => copies(world, transferRows, { purpose: long }),
    async ({ control }, query) => {
      const { transfers: items, next } = await control.listTransfers({ query: { search: 'bank', ...query } });
      return { items, next };
    },
  ],
  [
    'listEntities',
    (world) => copies(world, entityRows, { owner_external_id: long, counterparty_guid: world.guid }),
    async ({ control, guid }, query) => {
      const { entities: items, next } = await control.listEntities({ params: { guid }, query });
      return { items, next };
    },
  ],
  [
    'listRequests',
    (world) => copies(world, identifierRequestRows, { created_by: long }),
    async ({ control, guid }, query) => {
      const { history: items, next } = await control.listRequests({ params: { guid }, query });
      return { items, next };
    },
  ],
  [
    'listRegistered',
    (world) => copies(world, counterpartyRows, { description: long }),
    async ({ control }, query) => {
      const { counterparties: items, next } = await control.listRegistered({ query });
      return { items, next };
    },
  ],
];

describe.each(lists)('%s', (_name, make, list) => {
  async function filled() {
    const world = await createWorld();
    await fundedCustomer(world, world, 'one', 10);
    await settled();
    const before = (await list(world, {})).items.map(({ guid }) => guid);
    await make(world);
    return { world, before };
  }

  test('has so many bytes in an answer, and loses nothing between two of them', async () => {
    const { world, before } = await filled();
    const sizes: number[] = [];
    const all = await wholeList(
      async (query) => {
        const portion = await list(world, query);
        sizes.push(Buffer.byteLength(JSON.stringify(portion)));
        return portion;
      },
      ({ items }) => items,
    );
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThan(longestAnswer + slack);
    const expected = [...before, ...Array.from({ length: count }, (_, index) => copyGuid(index))];
    expect(all.map(({ guid }) => guid).sort()).toEqual(expected.sort());
  });

  test('has as many rows as are asked for, in one order', async () => {
    const { world, before } = await filled();
    const ones: string[] = [];
    const asked = (query: Asked) => list(world, { ...query, limit: 1 });
    for (const { guid } of await wholeList(asked, ({ items }) => {
      expect(items).toHaveLength(1);
      return items;
    }))
      ones.push(guid);
    const whole = await wholeList(
      (query) => list(world, query),
      ({ items }) => items,
    );
    expect(ones).toEqual(whole.map(({ guid }) => guid));
    expect(ones).toHaveLength(before.length + count);
  });
});

describe('what is asked of a list', () => {
  const paths = Object.values<Operation>({ ...controlOperations, ...controlPages })
    .filter(({ query }) => query !== undefined && 'after' in query.shape)
    .map(({ path }) => path);
  const guid = '12345678-1234-4234-8234-1234567890ab';
  const refused = [
    ['limit=1e3', 'limit: expected one whole number from 1 to 10000, in digits'],
    ['limit=0', 'limit: expected one whole number from 1 to 10000, in digits'],
    ['limit=1&limit=2', 'limit: expected one whole number from 1 to 10000, in digits'],
    ['after=nonsense', 'after: expected the value of next from an earlier portion'],
    [`after=9999-99-99T99:99:99Z ${guid}`, 'after: expected the value of next from an earlier portion'],
    [`after=1&after=2`, 'after: expected the value of next from an earlier portion'],
    ['limits=1', 'query: unknown member limits; did you mean limit?'],
  ] as const;

  const withParams = (path: string) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name) => (/seq$|^id$|^later$/.test(name) ? '1' : guid));

  test('every list has one', () => expect(paths).toHaveLength(12));

  test.each(paths)('of %s is refused where it is nonsense', async (path) => {
    const { app } = await createTestMock();
    const live = path.endsWith('/live');
    for (const [query, error] of live ? [] : refused) {
      const answer = await raw(app, 'GET', `${path.replace('{guid}', guid)}?${encodeURI(query)}`);
      const { status, headers, body } = answer;
      expect({ query, status, reason: headers['dcm-reason'], body }).toEqual({
        query,
        status: 400,
        reason: 'invalid',
        body: { error },
      });
      expect(inUkrainian(error)).toMatch(/очікувано|можливо/);
    }
    const wrong = await raw(app, 'GET', `${path.replace('{guid}', guid)}?after=nonsense`);
    expect(wrong.status).toBe(400);
  });

  test('of the journal may begin after its last entry', async () => {
    const { app, control } = await createTestMock();
    await raw(app, 'GET', '/none');
    const pages = ['1000000000', '1'].map((after) => control.listEntries({ query: { after } }));
    const [all, none] = await Promise.all(pages);
    expect(all?.entries.map(({ seq }) => seq)).toEqual([1]);
    expect(none?.entries).toEqual([]);
  });

  test('has no list in brackets', async () => {
    const { app } = await createTestMock();
    const answer = await raw(app, 'GET', '/control/v1/transfers?limit[]=1');
    expect(answer.body).toEqual({ error: 'query: unknown member limit[]; did you mean limit?' });
  });

  test.each(Object.values<Operation>({ ...controlOperations, ...controlPages }))(
    '$id takes no member that is not declared',
    async ({ method, path, query }) => {
      const { app } = await createTestMock();
      // Files of a run are sent as they are.
      if (/\.(?:html|zip)$/.test(path)) return;
      const answer = await raw(app, method, `${withParams(path)}?zzzzzzzzzz=1`);
      const names = Object.keys(query?.shape ?? {}).join(', ') || 'none';
      expect(answer.status).toBe(400);
      expect(answer.body).toEqual({ error: `query: unknown member zzzzzzzzzz; expected ${names}` });
      expect(inUkrainian(answer.body.error)).toMatch(/невідомий параметр zzzzzzzzzz/);
    },
  );
});
