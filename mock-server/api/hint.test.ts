import { expect, test } from 'vitest';
import type { CapturedAnswer } from '../../contract/captured.js';
import { operations } from '../../contract/operations/index.js';
import type { Profile } from '../../contract/profile/index.js';
import { unjudged } from '../client.testing.js';
import { explainedCause } from '../explained.testing.js';
import { createWorld } from '../world.testing.js';

/** `DCM-Hint` goes with `DCM-Reason`, under every option, and adds nothing to what is served. */

const path = operations.listAccounts.path;
const bearer = (token: string) => ({ authorization: `bearer ${token}` });
const captured: CapturedAnswer[] = [{ operation: '*', when: 'refused', status: 418, body: { odd: true } }];

test.each<[string, Partial<Profile>, readonly CapturedAnswer[], number]>([
  ['a text', { error_body: 'text' }, [], 400],
  ['no text where none is published', { error_body: 'empty' }, [], 400],
  ['another member', { error_body: 'message' }, [], 400],
  ['another status', { refusal_status: 422 }, [], 422],
  ['harmless variation', { tolerances: 'on' }, [], 400],
  ['what was captured of a stage', {}, captured, 418],
])('a refusal with %s has both', async (_what, profile, captured, status) => {
  const world = await createWorld({ profile, captured });
  const url = operations.createCustomer.path.replace('{counterparty_guid}', world.guid);
  const headers = { 'content-type': 'application/json', ...bearer(world.session) };
  const answer = await unjudged(world.app, 'POST', url, headers).send({});
  expect([answer.status, answer.headers['dcm-reason']]).toEqual([status, 'invalid']);
  expect(explainedCause(world, answer)).toBe('member-missing');
});

test('what is served, and the response to HEAD, have what belongs to them', async () => {
  const world = await createWorld();
  const url = path.replace('{counterparty_guid}', world.guid);
  const served = await unjudged(world.app, 'GET', url, bearer(world.session));
  expect([served.status, served.headers['dcm-hint'], served.headers['dcm-reason']]).toEqual([
    ...[200, undefined, undefined],
  ]);
  const head = await unjudged(world.app, 'HEAD', url);
  expect([head.status, head.headers['dcm-hint']]).toEqual([401, expect.stringMatching(/^no-credential: /)]);
});

test('the control API has both, also where its responses are no JSON', async () => {
  const world = await createWorld();
  const get = (url: string, headers = {}) => unjudged(world.app, 'GET', url, headers);
  const hintOf = async (url: string, headers = {}) =>
    (await get(url, headers)).headers['dcm-hint']?.split(':')[0];
  const foreign = { 'sec-fetch-site': 'cross-site' };
  expect(await hintOf('/control/v1/counterparties?statu=1')).toBe('member-unknown');
  expect(await hintOf('/control/v1/journal/entries/99')).toBe('control-unknown');
  expect(await hintOf('/control/v1/counterparties', foreign)).toBe('control-stranger');
  expect(await hintOf('/control/v1/journal/live', foreign)).toBe('control-stranger');
  expect(await hintOf('/control/v1/journal/live?after=x')).toBe('invalid-member');
});

test('a fault that was ordered says that nothing was wrong with the request', async () => {
  const world = await createWorld();
  const url = path.replace('{counterparty_guid}', world.guid);
  const get = () => unjudged(world.app, 'GET', url, bearer(world.session));
  const fault = { operation: 'listAccounts', status: 503 } as const;
  await world.control.addFault({ body: { kind: 'answer', ...fault } });
  expect(explainedCause(world, await get())).toBe('fault-answer');
  await world.control.addFault({ body: { kind: 'fail-response', ...fault } });
  expect(explainedCause(world, await get())).toBe('fault-after');
  await world.control.addFault({ body: { kind: 'close', operation: 'listAccounts' } });
  await get().catch(() => undefined);
  const [entry] = world.journal.search({ status: 0 }, 10);
  expect(entry?.why).toMatchObject({ id: 'fault-closed' });
});
