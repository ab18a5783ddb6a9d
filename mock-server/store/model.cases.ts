import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Page, Query, ReadTransaction, Store, WriteTransaction } from '../domain/store.js';
import { type Note, note, notes } from './notes.testing.js';

type Step = { put: Note } | { remove: string } | { look: Query<Note> };
type Deed = { steps: Step[]; fails: boolean } | { read: Query<Note> } | 'clear' | 'hold';

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const owner = fc.constantFrom('ann', 'bob');
const tag = fc.constantFrom('x', 'y', 'z');
/** Small ones, and some that no JavaScript number holds exactly. */
const amount = fc.oneof(
  fc.bigInt(-5n, 5n),
  fc.bigInt(-2n, 2n).map((near) => 2n ** 54n + near),
);
const row = fc
  .record({ id, owner: fc.option(owner), tags: fc.array(tag, { maxLength: 3 }), amount })
  .map(({ id, owner, tags, amount }) =>
    note(id, { at: `${id > 'c'}`, ...(owner && { owner }), tags, amount }),
  );
const place = fc.oneof(
  fc.constant({}),
  owner.map((key) => ({ index: 'owner', key })),
  tag.map((key) => ({ index: 'tag', key })),
);
/** Conditions as lists have them: texts by equality, amounts by bounds. */
const where: fc.Arbitrary<(row: Note) => boolean> = fc.oneof(
  fc
    .array(fc.constantFrom('ann', 'bob', '', 'eve'), { maxLength: 3 })
    .map((among: string[]) => (row: Note) => among.includes(row.owner ?? '')),
  fc.tuple(amount, amount).map(
    ([least, most]) =>
      (row: Note) =>
        row.amount >= least && row.amount <= most,
  ),
);
const cut = fc.record(
  {
    keys: fc.array(id, { maxLength: 4 }),
    order: fc.constantFrom('asc' as const, 'desc' as const),
    offset: fc.nat(4),
    limit: fc.nat(4),
    after: fc.constantFrom('', 'false', 'g', 'true', 'u'),
    where,
  },
  { requiredKeys: [] },
);
/** The next rows of all, which is what most lists ask for. */
const next = fc.oneof(
  fc.record({ after: fc.constantFrom('', 'false'), limit: fc.nat(2) }),
  fc.record({ after: fc.constantFrom('u', 'true'), limit: fc.nat(2), order: fc.constant('desc' as const) }),
);
const query: fc.Arbitrary<Query<Note>> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(place, cut).map(([where, rest]) => ({ ...where, ...rest })) },
  { weight: 1, arbitrary: next },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: row.map((put) => ({ put })) },
  { weight: 2, arbitrary: id.map((remove) => ({ remove })) },
  { weight: 3, arbitrary: query.map((look) => ({ look })) },
);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ steps: fc.array(step, { maxLength: 8 }), fails: fc.boolean() }) },
  { weight: 8, arbitrary: query.map((read) => ({ read })) },
  { weight: 1, arbitrary: fc.constant('clear' as const) },
  { weight: 2, arbitrary: fc.constant('hold' as const) },
);

/** Enough rows for the queries that follow. */
const beginning = fc
  .array(step, { minLength: 4, maxLength: 12, size: 'max' })
  .map((steps) => ({ steps, fails: false }));

/** The store as nobody would build it: one list, searched and sorted for every question. */
type Model = Note[];

function modelPage(
  model: Model,
  { index, key = '', keys, where, order, after, offset = 0, limit }: Query<Note>,
): Page<Note> {
  const all = model
    .filter((row) => index === undefined || (index === 'owner' ? row.owner === key : row.tags.includes(key)))
    .filter((row) => keys?.includes(row.id) ?? true)
    .filter((row) => where?.(row) ?? true)
    .filter(({ at }) => after === undefined || (order === 'desc' ? at < after : at > after))
    .sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
  if (order === 'desc') all.reverse();
  const end = limit === undefined ? all.length : offset + limit;
  const total = after === undefined ? all.length : Math.min(all.length, end + 1);
  return { rows: all.slice(offset, end), total };
}

const without = (model: Model, id: string): Model => model.filter((row) => row.id !== id);

async function compare(tx: ReadTransaction, model: Model, query: Query<Note>): Promise<void> {
  expect(await tx.page(notes, query)).toEqual(modelPage(model, query));
  const { index, key } = query;
  const list = index === undefined || key === undefined ? {} : { index, key };
  const together = modelPage(model, list).rows.reduce((sum, row) => sum + (notes.bytes?.(row) ?? 0), 0);
  expect(await tx.bytes(notes, list)).toBe(together);
  if (query.index === undefined || query.key === undefined) return;
  const first = modelPage(model, { index: query.index, key: query.key }).rows[0];
  expect(await tx.first(notes, query.index, query.key)).toEqual(first);
}

async function compareAll(tx: ReadTransaction, model: Model): Promise<void> {
  await compare(tx, model, {});
  for (const key of ['ann', 'bob']) await compare(tx, model, { index: 'owner', key });
  for (const key of ['x', 'y', 'z']) await compare(tx, model, { index: 'tag', key, order: 'desc' });
  for (const { id } of model) expect(await tx.get(notes, id)).toEqual(model.find((row) => row.id === id));
}

async function perform(tx: WriteTransaction, model: Model, steps: readonly Step[]): Promise<Model> {
  let rows = model;
  for (const step of steps) {
    if ('put' in step) {
      await tx.put(notes, step.put);
      rows = [...without(rows, step.put.id), step.put];
    } else if ('remove' in step) {
      await tx.remove(notes, step.remove);
      rows = without(rows, step.remove);
    } else {
      await compare(tx, rows, step.look);
    }
  }
  return rows;
}

/** A reader that stays open until it is let go, and then must still see its own state. */
async function hold(store: Store, model: Model): Promise<() => Promise<void>> {
  let letGo = () => {};
  let begin = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const reading = store.read(async (tx) => {
    // What it sees is settled by its first question.
    await tx.get(notes, 'a');
    begin();
    await held;
    await compareAll(tx, model);
  });
  await begun;
  return () => {
    letGo();
    return reading;
  };
}

async function follow(store: Store, deeds: readonly Deed[]): Promise<void> {
  let model: Model = [];
  const readers: (() => Promise<void>)[] = [];
  for (const deed of deeds) {
    if (deed === 'hold') {
      readers.push(await hold(store, model));
    } else if (deed === 'clear') {
      await store.clear();
      model = [];
    } else if ('read' in deed) {
      const { read } = deed;
      await store.read((tx) => compare(tx, model, read));
    } else {
      const done = store.write(async (tx) => {
        const rows = await perform(tx, model, deed.steps);
        if (deed.fails) throw new Error('on purpose');
        return rows;
      });
      if (deed.fails) await expect(done).rejects.toThrow('on purpose');
      else model = await done;
    }
    await store.read((tx) => compareAll(tx, model));
  }
  for (const letGo of readers) await letGo();
}

/** Any transactions, with readers held open among them, against the model. */
export function describeModel(open: () => Promise<Store>): void {
  it('does what a naive model does', async () => {
    const property = fc.asyncProperty(beginning, fc.array(deed, { maxLength: 24 }), async (first, deeds) => {
      const store = await open();
      try {
        await follow(store, [first, ...deeds]);
      } finally {
        await store.close();
      }
    });
    await fc.assert(property, { numRuns: 200 });
  });
}
