import { expect, test } from 'vitest';
import { createTestDomain } from './domain.testing.js';
import { type PermissionTitle, permissionTitleRows } from './permissions-collection.js';

/** The permission titles that a state begins with, or gets when a later version opens it. */

async function seeded() {
  const { domain, center } = createTestDomain();
  await domain.permissions.seed();
  const titles = async (): Promise<readonly PermissionTitle[]> =>
    (await center.store.read((tx) => tx.page(permissionTitleRows))).rows;
  return { seed: domain.permissions.seed, store: center.store, titles };
}

const grants = (titles: readonly PermissionTitle[]) =>
  titles
    .map(({ keto_kind, keto_scope_name, keto_permission }) => [keto_kind, keto_scope_name, keto_permission])
    .sort();

test('a state of an earlier version gets the titles that it lacks, and keeps those that it has', async () => {
  const { seed, store, titles } = await seeded();
  const before = await titles();
  const [first, second, ...kept] = before;
  if (!first || !second) throw new Error('there are no titles');
  for (const { guid } of [first, second]) await store.write((tx) => tx.remove(permissionTitleRows, guid));
  await seed();
  const after = await titles();
  expect(grants(after)).toEqual(grants(before));
  expect(after).toEqual(expect.arrayContaining(kept));
  await seed();
  expect(await titles()).toEqual(after);
});

test('the scope of every operation belongs to a group of the web interface', async () => {
  const { titles } = await seeded();
  const ungrouped = (await titles()).filter(({ group_name }) => group_name === 'Other');
  expect(ungrouped).toEqual([]);
});
