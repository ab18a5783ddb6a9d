import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
// @ts-expect-error It has no types.
import schemas from 'har-schema';
import { expect, it } from 'vitest';
import { wholeList } from '../../contract/control/portions.js';
import { harOf } from '../../contract/har.js';
import { refusalOf } from '../client.testing.js';
import { createWorld, draft, fund, type World } from '../world.testing.js';

/** Complete entries, and the HAR file that is made of them. */

const wholeOf = (world: World, query: object = {}, limit = 1000) =>
  wholeList(
    (portion) => world.control.listWholeEntries({ query: { ...query, limit, ...portion } }),
    ({ entries }) => entries,
  );

async function busyWorld(): Promise<World> {
  const world = await createWorld();
  await fund(world, world, 100);
  await draft(world, world.processing, world.emission, 7);
  return world;
}

it('complete entries come newest first, in portions, by filter and by number', async () => {
  const world = await busyWorld();
  const all = await wholeOf(world);
  const seqs = all.map(({ seq }) => seq);
  expect(seqs).toEqual([...seqs].sort((one, other) => other - one));
  expect(await wholeOf(world, {}, 3)).toEqual(all);
  const [, newer, , older] = seqs;
  expect((await wholeOf(world, { from_seq: older, to_seq: newer })).map(({ seq }) => seq)).toEqual(
    seqs.slice(1, 4),
  );
  const keys = await wholeOf(world, { direction: 'out', operation: 'key' });
  expect(keys.length).toBeGreaterThan(0);
  for (const { seq, request } of keys) {
    const { entry } = await world.control.getEntry({ params: { seq } });
    expect(request).toEqual(entry.request);
  }
  expect(await wholeOf(world, { from_seq: 9_999_999 })).toEqual([]);
  expect(await refusalOf(wholeOf(world, { from_seq: -1 }))).toMatchObject([
    400,
    'invalid',
    expect.stringMatching(/^from_seq: /),
  ]);
});

const { har: harSchema, ...parts } = schemas as Record<string, object>;

it('the HAR file of a journal is what the public schema of HAR 1.2 allows', async () => {
  const world = await busyWorld();
  const entries = await wholeOf(world);
  const half = entries[Math.floor(entries.length / 2)]?.seq ?? 0;
  const pages = [{ id: 'S06-01', title: 'the first half', first: 0, last: half }];
  const har = harOf({ version: '1', origin: 'http://127.0.0.1:4010', pages }, entries) as {
    log: { entries: { pageref?: string; _seq: number }[]; pages: object[] };
  };
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  ajv.addMetaSchema(createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json'));
  ajv.addSchema(Object.values(parts));
  const validate = ajv.compile(harSchema ?? {});
  expect(validate(har), JSON.stringify(validate.errors)).toBe(true);
  expect(har.log.pages).toHaveLength(1);
  for (const { pageref, _seq } of har.log.entries) expect(pageref).toBe(_seq <= half ? 'S06-01' : undefined);
  const [first] = har.log.entries;
  expect(validate({ log: { ...har.log, entries: [{ ...first, startedDateTime: 'yesterday' }] } })).toBe(
    false,
  );
});
