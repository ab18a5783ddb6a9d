import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TestMock } from '../mock.testing.js';
import { bank, controlOf, create, open } from './sandboxes.testing.js';

/** Whatever happens in one world, in any order, is seen in no other. */

type Control = Pick<TestMock, 'control'>['control'];

const acts = {
  register: async (control: Control, number: number) => {
    await control.registerCounterparty({ body: bank(`bank${number}`) }).catch(() => undefined);
  },
  clock: (control: Control, number: number) => control.moveClock({ body: { forward_s: 1 + number } }),
  fault: (control: Control) => control.addFault({ body: { kind: 'lose-callback' } }),
  profile: (control: Control, number: number) =>
    control.updateProfile({ body: { declined_status: number % 2 === 0 ? 403 : 400 } }),
  reset: (control: Control) => control.reset({ body: {} }),
  rotate: (control: Control) => control.rotateKey({ body: {} }),
} as const;
type Act = keyof typeof acts;

const worlds = ['root', 'one', 'two'] as const;
type Name = (typeof worlds)[number];

async function seenIn(control: Control) {
  const { counterparties } = await control.listRegistered({});
  const { entries } = await control.listEntries({ query: { limit: 100 } });
  return {
    aliases: counterparties.map(({ alias }) => alias),
    offset: (await control.getClock({})).offset_s,
    faults: (await control.listFaults({})).faults.length,
    declined: (await control.getProfile({})).profile.declined_status,
    entries: entries.length,
  };
}

async function openAll(): Promise<Record<Name, Control>> {
  const mock = await open();
  await create(mock, 'one');
  await create(mock, 'two');
  return { root: mock.control, one: controlOf(mock, 'one'), two: controlOf(mock, 'two') };
}

it('random acts in three worlds leave each as if it were alone', { timeout: 60_000 }, async () => {
  const act = fc.record({
    where: fc.constantFrom(...worlds),
    what: fc.constantFrom(...(Object.keys(acts) as Act[])),
    number: fc.integer({ min: 0, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), async (all) => {
      const together = await openAll();
      // As they come: nobody waits for the acts in another world.
      const turns: Record<Name, Promise<unknown>> = {
        root: Promise.resolve(),
        one: Promise.resolve(),
        two: Promise.resolve(),
      };
      for (const { where, what, number } of all)
        turns[where] = turns[where].then((): Promise<unknown> => acts[what](together[where], number));
      await Promise.all(Object.values(turns));
      const seen: object[] = [];
      for (const name of worlds) seen.push({ name, ...(await seenIn(together[name])) });
      const expected: object[] = [];
      for (const name of worlds) {
        const alone = (await openAll())[name];
        for (const { where, what, number } of all) if (where === name) await acts[what](alone, number);
        expected.push({ name, ...(await seenIn(alone)) });
      }
      expect(seen).toEqual(expected);
    }),
    { numRuns: 8 },
  );
});
