import fc from 'fast-check';
import { expect, it } from 'vitest';
import { raw } from '../client.testing.js';
import type { TestMock } from '../mock.testing.js';
import { controlOf, create, open } from './sandboxes.testing.js';

/** A sandbox that nobody uses for a while rests, and nobody can tell. */

const restAfterMs = 1000;

async function opened(after: number) {
  const mock = await open({ seed: 'rests', sandboxes: { restAfterMs: after } });
  await create(mock, 'one', { seed: 'one' });
  return { mock, control: controlOf(mock, 'one'), flows: [] as string[] };
}
type Opened = Awaited<ReturnType<typeof opened>>;

const ask = async ({ app }: TestMock, method: string, path: string) => {
  const { status, body } = await raw(app, method, `/s/one${path}`);
  return { status, body };
};

/** What can be done, each with a number that chooses something. */
const acts = {
  bank: ({ control }: Opened, number: number) =>
    control.addSimulatedBank({ body: { alias: `bank${number}`, customers: 2, amount: 100 } }),
  async transfer({ control }: Opened, amount: number) {
    const { counterparties } = await control.listRegistered({});
    const params = { guid: counterparties[0]?.guid ?? '' };
    const { entities } = await control.listEntities({ params });
    const [sender, receiver] = entities.filter(({ account_kind }) => account_kind === 'customer');
    const order = { sender_id: sender?.guid ?? '', receiver_id: receiver?.guid ?? '', amount };
    return control.sendFromSimulatedBank({ params, body: order });
  },
  clock: ({ control }: Opened, number: number) => control.moveClock({ body: { forward_s: number * 3600 } }),
  fault: ({ control }: Opened) => control.addFault({ body: { kind: 'lose-callback' } }),
  faults: ({ control }: Opened) => control.listFaults({}),
  profile: ({ control }: Opened, number: number) =>
    control.updateProfile({ body: { declined_status: number % 2 === 0 ? 403 : 400 } }),
  rotate: ({ control }: Opened) => control.rotateKey({ body: {} }).then(({ kid }) => kid),
  reset: ({ control }: Opened) => control.reset({ body: {} }),
  snapshot: ({ control }: Opened, number: number) => control.takeSnapshot({ body: { name: `s${number}` } }),
  restore: ({ control }: Opened, number: number) => control.restoreSnapshot({ body: { name: `s${number}` } }),
  async flow({ mock, flows }: Opened) {
    const { body } = await ask(mock, 'GET', '/kratos/self-service/login/api');
    flows.push(body.id);
    return body.id;
  },
  /** One that was begun before. */
  flowAgain: ({ mock, flows }: Opened, number: number) =>
    ask(mock, 'GET', `/kratos/self-service/login/flows?id=${flows[number] ?? 'none'}`),
  run: ({ control }: Opened) =>
    control.registerRun({
      body: {
        target: 'bank1',
        seed: '',
        options: { steps: '', tags: '', readings: '', quick: false, defect: '' },
      },
    }),
  runs: ({ control }: Opened) => control.listRuns({}),
  api: ({ mock }: Opened) => ask(mock, 'GET', '/api/v1/counterparties'),
  jwks: ({ mock }: Opened) => ask(mock, 'GET', '/api/v1/.well-known/jwks.json'),
  counterparties: ({ control }: Opened) => control.listRegistered({}),
  transfers: ({ control }: Opened, number: number) => control.listTransfers({ query: { limit: number + 1 } }),
  journal: ({ control }: Opened) => control.listEntries({ query: { limit: 100 } }),
  mails: ({ control }: Opened) => control.listMail({}),
  money: ({ control }: Opened) => control.getInvariant({}),
  callbacks: ({ control }: Opened) => control.listDeliveries({}),
} as const;
type Act = keyof typeof acts;

/** The answers to the same acts, with so many milliseconds before each. */
async function answers(all: readonly { what: Act; number: number; pause: number }[], after: number) {
  const world = await opened(after);
  const seen: unknown[] = [];
  for (const { what, number, pause } of all) {
    world.mock.time.pass(pause);
    const answer = await Promise.resolve(acts[what](world, number)).catch((error: Error) => error.message);
    seen.push({ what, number, answer });
  }
  const { used, requests, entries } = await world.mock.control.getSandbox({ params: { name: 'one' } });
  return [...seen, { used, requests, entries }];
}

it('the same random acts have the same answers, whether it rests in between or not', {
  timeout: 120_000,
}, async () => {
  const act = fc.record({
    what: fc.constantFrom(...(Object.keys(acts) as Act[])),
    number: fc.integer({ min: 0, max: 3 }),
    // Long enough to rest, or not.
    pause: fc.constantFrom(0, 3 * restAfterMs, 3 * restAfterMs),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (more) => {
      const all = [{ what: 'bank', number: 9, pause: 0 } as const, ...more];
      const never = await answers(all, Number.MAX_SAFE_INTEGER);
      expect(await answers(all, restAfterMs)).toEqual(never);
    }),
    { numRuns: 15 },
  );
});
