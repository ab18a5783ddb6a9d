import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operations } from '../../contract/operations/index.js';
import { unjudged } from '../client.testing.js';
import { createWorld } from '../world.testing.js';

/** A secret, wherever a client puts one by mistake, is in no explanation: neither in the response nor in the journal. */

const secret = fc.stringMatching(/^[A-Za-z0-9]{20,40}$/).map((text) => `Qx7${text}`);

/** Where it is put: headers, and a body. */
const places: readonly ((secret: string) => readonly [Record<string, string>, string?])[] = [
  (secret) => [{ authorization: secret }],
  (secret) => [{ authorization: `bearer ${secret}` }],
  (secret) => [{ authorization: `Basic ${secret}` }],
  (secret) => [{ authorization: `${secret} token` }],
  (secret) => [{ authorization: `bearer ${secret} ${secret}` }],
  (secret) => [{ 'cx-authorization': secret }],
  (secret) => [{ 'cx-authorization': `bearer ${secret}` }],
  (secret) => [{ authorization: `bearer ${secret}`, 'cx-authorization': secret }],
  (secret) => [{ 'x-session-token': secret }],
  (secret) => [{}, JSON.stringify({ password: secret, session_token: secret })],
  (secret) => [{}, JSON.stringify({ method: 'password', password: secret, code: secret })],
  (secret) => [{}, `{"password":"${secret}`],
  (secret) => [{ 'content-type': 'text/plain' }, `password=${secret}`],
  (secret) => [{ 'content-type': 'application/x-www-form-urlencoded' }, `password=${secret}&code=${secret}`],
];

test('no secret is in DCM-Hint or in the journal', { timeout: 60_000 }, async () => {
  const world = await createWorld();
  const all = Object.values(operations);
  const flow = (await world.anybody.createLoginFlow({})).id;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...all),
      fc.constantFrom(...places),
      secret,
      async (operation, place, planted) => {
        const [headers, body] = place(planted);
        const path = operation.path.replaceAll(/\{\w+\}/g, world.guid);
        const query = operation.path.includes('self-service') ? `?flow=${flow}` : '';
        const given = { 'content-type': 'application/json', ...headers };
        const sending = unjudged(world.app, operation.method, path + query, given);
        const answer = await (body === undefined || operation.method === 'GET'
          ? sending
          : sending.send(body));
        expect(String(answer.headers['dcm-hint'])).not.toContain(planted);
        const entry = world.journal.around(lastOf(world))?.kept.entry;
        expect(entry?.status).toBe(answer.status);
        expect(JSON.stringify(entry)).not.toContain(planted);
        if (answer.headers['dcm-reason']) expect(entry?.why).toBeDefined();
      },
    ),
    { numRuns: 400 },
  );
});

const lastOf = ({ journal }: Awaited<ReturnType<typeof createWorld>>): number =>
  journal.page({ filter: { direction: 'in' }, before: journal.last + 1, limit: 1 }).shown[0]?.seq ?? 0;
