import { randomBytes } from 'node:crypto';
import { callbackKinds } from '../../contract/bank-service.js';
import type { CapturedAnswer } from '../../contract/captured.js';
import type { Profile } from '../../contract/profile/index.js';
import { answers } from '../../mock-server/fake-bank.testing.js';
import { ephemeralKeys } from '../../mock-server/keys.js';
import { signing } from '../../mock-server/multisignature.testing.js';
import { bankSigner } from '../../mock-server/own-token.testing.js';
import { createStellar } from '../../mock-server/stellar/index.js';
import { createWorld, settled, type World } from '../../mock-server/world.testing.js';
import type { Recording } from './read.js';
import { type Change, type RecordedStage, recordedStage } from './recording.testing.js';

/** What a bank does at a stage in one go: enough to see an answer to most open questions. */

const guidIn = (text: string): string => String(JSON.parse(text).guid);

interface Customer {
  readonly guid?: string;
  readonly customer_guid?: string;
}

interface Visit {
  readonly world: World;
  readonly stage: RecordedStage;
  /** Below the path of the counterparty, with the session. */
  readonly ask: (method: string, path: string, body?: unknown) => ReturnType<RecordedStage['ask']>;
}

async function transferred({ world, ask }: Visit, order: object): Promise<void> {
  const guid = guidIn((await ask('POST', '/payments', order)).text);
  await ask('POST', '/payments/confirm', { guid });
  await ask('GET', `/payments/${guid}`);
  world.time.pass(1100);
  await calm(world);
  await ask('GET', `/payments/${guid}`);
}

/** Lets what was begun go on until nothing moves. */
async function calm(world: World): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await settled();
  world.time.pass(600);
  for (let turn = 0; turn < 20; turn += 1) await settled();
}

async function refusals({ world, stage, ask }: Visit): Promise<void> {
  const base = `/api/v1/counterparty/${world.guid}`;
  const asset = { asset_code: 'UAH', asset_issuer: world.issuer };
  await stage.ask('GET', `${base}/accounts`, {});
  await ask('GET', '/payments/00000000-0000-4000-8000-000000000000');
  await ask('POST', '/payments', { sender_id: world.processing, receiver_id: world.emission, amount: -1 });
  await ask('POST', '/payments', { sender_id: 'x', receiver_id: world.emission, amount: 1 });
  await ask('POST', '/emission/issue', { amount: 0 });
  await ask('POST', '/customers', { login: 'one', ...asset });
  world.bank.answers.user_auth = answers(401);
  await ask('POST', '/customers', { login: 'stranger', ...asset });
  delete world.bank.answers.user_auth;
}

/** A bank on a network: a response that does not wait for it is there before its answer. */
const unhurried = (world: World) => async () => {
  for (let turn = 0; turn < 5; turn += 1) await settled();
  world.time.pass(1);
  return {};
};

export interface StageOptions {
  readonly profile?: Partial<Profile>;
  readonly captured?: readonly CapturedAnswer[];
  readonly change?: Change;
  readonly ms?: number;
  readonly seed?: string;
}

const ownKeys = () =>
  ephemeralKeys(randomBytes, createStellar({ networkPassphrase: () => 'unused' }).keyPair);

/** A mock that plays the stage, and the recording of a visit. */
export async function visited({
  profile = {},
  captured = [],
  seed,
  ...passing
}: StageOptions = {}): Promise<Recording> {
  // The form of a kid shows when a key is made, and keys of other tests are not to be changed.
  const keys = profile.token_kid === undefined ? {} : { keys: await ownKeys() };
  const world = await createWorld({ profile, captured, ...(seed === undefined ? {} : { seed }), ...keys });
  await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 1000 } });
  for (const kind of callbackKinds) world.bank.answers[kind] = unhurried(world);
  const stage = recordedStage(world, passing);
  const base = `/api/v1/counterparty/${world.guid}`;
  const session = { authorization: `bearer ${world.session}` };
  const ask: Visit['ask'] = (method, path, body) => stage.ask(method, base + path, session, body);
  const visit: Visit = { world, stage, ask };

  if (profile.token_kid !== undefined) {
    await world.control.rotateKey({ body: {} });
    await world.control.dropFormerKeys({ body: {} });
  }
  await stage.ask('GET', '/api/v1/.well-known/jwks.json', {});
  await ask('POST', '/emission/issue', { amount: 50 });
  const logins = ['one', 'two', 'three'];
  const customers: Customer[] = [];
  const asset = { asset_code: 'UAH', asset_issuer: world.issuer };
  for (const login of logins)
    customers.push(JSON.parse((await ask('POST', '/customers', { login, ...asset })).text));
  const [{ guid: one = '', customer_guid = '' } = {}, { guid: two = '' } = {}] = customers;
  await ask('GET', '/accounts?limit=100');
  await ask('GET', '/customers?limit=100');
  await transferred(visit, { sender_id: world.emission, receiver_id: world.processing, amount: 500.5 });
  await transferred(visit, { sender_id: world.processing, receiver_id: one, amount: 100.5 });
  await transferred(visit, { sender_id: one, receiver_id: two, amount: 10.25 });
  const drafts = [];
  for (const amount of [1.5, 2]) {
    const order = { sender_id: one, receiver_id: two, amount };
    drafts.push(guidIn((await ask('POST', '/payments', order)).text));
  }
  // At one moment, so that what comes later can overtake.
  for (const guid of drafts) await ask('POST', '/payments/confirm', { guid });
  await calm(world);
  await ask('POST', '/payments', { sender_id: one, receiver_id: world.emission, amount: 1 });
  await ask('GET', '/payments?limit=100');
  await limits(visit, customer_guid);
  await refusals(visit);
  const ofBank = { params: { guid: world.guid }, query: {} };
  for (const { guid, status } of (await world.control.listRequests(ofBank)).history)
    if (status === 'created') await world.control.cancelRequest({ params: { guid }, body: {} });
  const signer = await bankSigner(world);
  const own = { 'cx-authorization': await signer.token() };
  await stage.ask('POST', `${base}/emission/burn`, own, { amount: 1, reserve_balance: 100_000 });
  await signing(world);
  await transferred(visit, { sender_id: world.processing, receiver_id: two, amount: 3 });
  await ask('GET', '/emission/history');
  return stage.recording();
}

async function limits({ ask, world }: Visit, customer_guid: string): Promise<void> {
  const limit = { customer_guid, max: 500, period: 'day', asset_code: 'UAH', asset_issuer: world.issuer };
  await ask('POST', '/limits/customer/amount', limit);
  await ask('GET', '/limits/customer/amount');
}
