import type { Evidence, MissingKey } from '../../contract/control/board.js';
import { toHryvnias } from '../domain/money.js';
import type { Sighting } from '../journal/bank-facts.js';
import type { Facts } from './board-facts.js';

/** When a step of the plan counts as done. Each condition is one function of the facts. */

export type Outcome =
  | { readonly done: true; readonly evidence: readonly Evidence[] }
  | { readonly done: false; readonly key: MissingKey; readonly values: Readonly<Record<string, string>> };

type Condition = (facts: Facts) => Outcome;

const done = (...evidence: readonly (Evidence | undefined)[]): Outcome => ({
  done: true,
  evidence: evidence.filter((item) => item !== undefined),
});
const missing = (key: MissingKey, values: Readonly<Record<string, string>> = {}): Outcome => ({
  done: false,
  key,
  values,
});

/** A sighting as evidence; one from an earlier process no longer has an entry. */
const entry = (seen: Sighting | undefined): Evidence | undefined =>
  seen && seen.seq > 0 ? { kind: 'journal', id: String(seen.seq) } : undefined;

const of = (kind: Evidence['kind'], id: string): Evidence => ({ kind, id });

const urlNames = ['user_auth_url', 'user_key_url', 'user_id_url'] as const;
const purposes = ['identification', 'processing'] as const;

const missingUrls = ({ bank }: Facts): string[] => urlNames.filter((name) => bank[name] === '');
const missingKeepers = ({ bank }: Facts): string[] =>
  purposes.filter((purpose) => !bank.key_keepers.some((keeper) => keeper.for === purpose));
const hasEntities = ({ bank }: Facts): boolean =>
  bank.emission_account_guid !== '' && bank.processing_account_guid !== '';
const entitiesOf = ({ bank }: Facts): Evidence[] => [
  of('entity', bank.emission_account_guid),
  of('entity', bank.processing_account_guid),
];

/** 1: the bank has answered a reverse call as documented. */
const authorization: Condition = (facts) => {
  const answered = (['user_auth', 'key', 'external_id'] as const).map(facts.seen).find(Boolean);
  if (answered) return done(entry(answered));
  return hasEntities(facts) ? done(...entitiesOf(facts)) : missing('authorization-unseen');
};

/** 2: the keys were fetched, or the bank has taken a token that they sign. */
const publicKey: Condition = (facts) => {
  if (facts.keysFetched) return done(entry(facts.keysFetched));
  const taken = facts.seen('key');
  if (taken) return done(entry(taken));
  return hasEntities(facts) ? done(...entitiesOf(facts)) : missing('key-not-fetched');
};

/** 3: registered, with the identifier of the network. */
const registered: Condition = ({ bank, assetCode }) =>
  bank.asset_code === assetCode
    ? done(of('counterparty', bank.guid))
    : missing('asset-code', { expected: assetCode, actual: bank.asset_code });

/** 4: there is a task. */
const infrastructureRequested: Condition = ({ infrastructure, bank }) =>
  infrastructure ? done(of('counterparty', bank.guid)) : missing('infrastructure-not-requested');

/** 5: the task is done. */
const infrastructureDeployed: Condition = ({ infrastructure, bank }) =>
  infrastructure?.status === 'done'
    ? done(of('counterparty', bank.guid))
    : missing('infrastructure-not-deployed');

/** 6: behind the registered URLs a secret is served. */
const deployed: Condition = (facts) => {
  const names = missingUrls(facts);
  if (names.length > 0) return missing('urls-missing', { names: names.join(', ') });
  const served = facts.seen('key');
  if (served) return done(entry(served));
  return hasEntities(facts) ? done(...entitiesOf(facts)) : missing('key-unanswered');
};

/** 7: /key has given DCM the secrets of both key keepers. */
const keeperSecrets: Condition = (facts) => {
  const names = missingKeepers(facts);
  if (names.length > 0) return missing('keepers-missing', { names: names.join(', ') });
  const identification = facts.seen('key sign-up-emission');
  const processing = facts.seen('key sign-up-processing');
  if (identification && processing) return done(entry(identification), entry(processing));
  if (hasEntities(facts)) return done(...entitiesOf(facts));
  const unseen = purposes.filter((_, index) => [identification, processing][index] === undefined);
  return missing('keeper-secrets-unseen', { names: unseen.join(', ') });
};

/** 8: DCM has everything that the bank hands over: URLs, key keepers, e-mail of the first employee. */
const onboardingData: Condition = (facts) => {
  const names = [
    ...missingUrls(facts),
    ...(missingKeepers(facts).length > 0 ? ['key_keepers'] : []),
    ...(facts.employees.length === 0 ? ['email'] : []),
  ];
  return names.length === 0
    ? done(of('counterparty', facts.bank.guid))
    : missing('onboarding-data', { names: names.join(', ') });
};

/** 9: the URLs are stored and the first employee is invited. */
const urlsAndEmployee: Condition = (facts) => {
  const names = missingUrls(facts);
  if (names.length > 0) return missing('urls-missing', { names: names.join(', ') });
  const [first] = facts.employees;
  return first
    ? done(of('counterparty', facts.bank.guid), of('employee', first.guid))
    : missing('employee-missing');
};

/** 10: both entities exist. */
const entities: Condition = (facts) => {
  const { emission_account_guid, processing_account_guid } = facts.bank;
  if (hasEntities(facts)) return done(...entitiesOf(facts));
  const names = purposes.filter((_, index) => ![emission_account_guid, processing_account_guid][index]);
  return missing('entities-missing', { names: names.join(', ') });
};

/** 11: an employee has set a password and logged in with it. */
const loggedIn: Condition = (facts) => {
  const [first] = facts.employees;
  if (!first) return missing('employee-missing');
  const able = facts.employees.filter((employee) => employee.password !== '');
  const [one] = able;
  if (!one) return missing('password-missing', { email: first.email });
  const inside = able.find(facts.loggedIn);
  return inside
    ? done(of('employee', inside.guid), entry(facts.loggedIn(inside)))
    : missing('login-unseen', { email: one.email });
};

/** 12: the bank has requested identifiers. */
const requested: Condition = (facts) => {
  const [newest] = facts.requests;
  const ordered = facts.seen('issueIdentifiers');
  return newest || ordered
    ? done(newest && of('identifier', newest.guid), entry(ordered))
    : missing('request-missing');
};

/** 13: a request of the bank is confirmed, its payment is posted, and identifiers have been created. */
const confirmed: Condition = ({ requests, created }) => {
  const received = requests.find(
    (request) => request.status === 'confirmed' && request.emission_payment_hash !== '',
  );
  if (received && created > 0n)
    return done(of('identifier', received.guid), of('transfer', received.emission_payment_guid));
  const [newest] = requests;
  return newest
    ? missing('request-unconfirmed', { amount: String(toHryvnias(newest.amount)) })
    : missing('request-missing');
};

/** 14: the bank has given DCM the secret of a customer. */
const customerSecrets: Condition = (facts) => {
  const given = facts.seen('user_auth sign-up');
  if (given) return done(entry(given));
  return facts.customer ? done(of('customer', facts.customer.guid)) : missing('customer-secrets-unseen');
};

/** 15: there is a customer with an entity. */
const customers: Condition = ({ customer }) =>
  customer?.entity
    ? done(of('customer', customer.guid), of('entity', customer.entity))
    : missing('customers-missing');

/** 16: a customer's transfer is confirmed, ordered by the bank; if callbacks are used, one has arrived. */
const transfers: Condition = (facts) => {
  const ordered = facts.seen('confirmPayment');
  if (!facts.transfer || !ordered) return missing('transfer-missing');
  if (facts.bank.callback_url !== '' && !facts.delivered) return missing('callback-undelivered');
  return done(
    of('transfer', facts.transfer),
    facts.delivered && of('delivery', facts.delivered.guid),
    entry(ordered),
  );
};

/** By step, from 1. */
export const conditions: readonly Condition[] = [
  authorization,
  publicKey,
  registered,
  infrastructureRequested,
  infrastructureDeployed,
  deployed,
  keeperSecrets,
  onboardingData,
  urlsAndEmployee,
  entities,
  loggedIn,
  requested,
  confirmed,
  customerSecrets,
  customers,
  transfers,
];

/** The steps that must come before a step (the order of the plan). */
export const prerequisites: Readonly<Record<number, readonly number[]>> = {
  4: [3],
  5: [4],
  8: [3],
  9: [3],
  10: [9],
  11: [9],
  12: [10, 11],
  13: [12],
  14: [10],
  15: [10],
  16: [13, 15],
};
