import type { ErrorCode } from '../../contract/errors.js';
import type { Operations } from '../../contract/operations/index.js';
import { answers } from '../fake-bank.testing.js';
import { type BankSigner, bankSigner, jwkOf, rsaPair } from '../own-token.testing.js';
import {
  addBank,
  balanceOf,
  createWorld,
  customer,
  draft,
  fund,
  fundedCustomer,
  of,
  officerSession,
  register,
  sessionOf,
  transfer,
  type World,
} from '../world.testing.js';

/** A world in which something of everything exists, and the parts of requests about it. */

export const unknown = '99999999-9999-4999-8999-999999999999';
export const iban = 'UA213223130000026007233566001';

type Body = Readonly<Record<string, unknown>>;

/** A request; `token` is the session that it carries unless it has other credentials in `headers`. */
export interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: Body;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Puts right what was arranged for this request. */
  readonly after?: () => void | Promise<void>;
}

export type Refused = Partial<Record<ErrorCode, (x: Inhabited, good: Sent) => Sent | Promise<Sent>>>;

export interface Plan {
  /** A request that is served. */
  readonly good: (x: Inhabited) => Sent | Promise<Sent>;
  /** Claims of the bank's own token that fit the operation, where they are not the usual ones. */
  readonly claims?: (x: Inhabited) => { readonly flow?: string; readonly obj?: string };
  /** How each refusal comes about, while the good request is not yet served, and after it. */
  readonly before?: Refused;
  readonly later?: Refused;
  /** Answers of Kratos that are no refusals of the catalogue, by what they are. */
  readonly kratos?: Readonly<
    Record<string, readonly [status: number, (x: Inhabited, good: Sent) => Sent | Promise<Sent>]>
  >;
}

export type Plans = Partial<Record<keyof Operations, Plan>>;

export interface Inhabited extends World {
  readonly other: Awaited<ReturnType<typeof addBank>>;
  readonly officer: string;
  /** The session of an employee without any role. */
  readonly clerk: string;
  readonly colleague: string;
  readonly first: string;
  readonly signer: BankSigner;
  readonly newKey: (kid: string) => Record<string, unknown>;
  readonly one: { guid: string; customer_guid: string };
  readonly two: { guid: string; customer_guid: string };
  readonly drafted: string;
  readonly branch: string;
  readonly member: { guid: string; customer_guid: string };
  readonly branchDraft: string;
  readonly title: (kind: string) => string;
  readonly row: (collection: string) => string;
  /** A counterparty without entities, and one without a key keeper for processing entities. */
  readonly bare: (alias: string, keepers?: 1) => Promise<{ guid: string; token: string }>;
}

export async function inhabit(): Promise<Inhabited> {
  const world = await createWorld();
  const other = await addBank(world, 'bank2');
  const signer = await bankSigner(world, 'ES256');
  const one = await fundedCustomer(world, world, 'one@bank1.test', 100);
  const two = await fundedCustomer(world, world, 'two@bank1.test', 100);
  await customer(world, 'four@bank1.test', { iban });
  await fund(world, world, 100);
  await transfer(world, world.processing, other.processing, 10, other.guid);
  const { guid: drafted } = await draft(world, one.guid, two.guid, 1);
  const { guid: branch } = await world.api.createBranch({ params: of(world), body: { name: 'North' } });
  const member = await customer(world, 'member@bank1.test', { branch_guid: branch });
  await transfer(world, world.processing, member.guid, 50);
  const { guid: branchDraft } = await draft(world, member.guid, one.guid, 1);
  const ofBranch = { branch_guid: branch, role_name: 'Tellers' };
  await world.api.createBranchRole({ params: of(world), body: ofBranch });
  await world.api.createRole({ params: of(world), body: { role_name: 'Readers' } });
  const clerk = await sessionOf(world, world.guid, 'clerk@bank1.test', []);
  await sessionOf(world, world.guid, 'colleague@bank1.test', []);
  await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 50 } });
  await world.control.moveClock({ body: { forward_s: 24 * 3600 } });
  world.bank.asked.length = 0;
  const rows = (name: string) => (world.rows()[name] ?? []) as readonly Readonly<Record<string, string>>[];
  const employee = (email: string) => rows('employees').find((row) => row.email === email)?.guid ?? '';
  return {
    ...world,
    other,
    signer,
    one,
    two,
    drafted,
    branch,
    member,
    branchDraft,
    clerk,
    officer: await officerSession(world),
    first: employee('first@bank1.test'),
    colleague: employee('colleague@bank1.test'),
    newKey: (kid) => jwkOf(rsaPair(), { kid, alg: 'RS256' }),
    title: (kind) => rows('permission_titles').find((row) => row.keto_kind === kind)?.guid ?? '',
    row: (name) => rows(name)[0]?.guid ?? '',
    bare: async (alias, most) => {
      const { guid } = await register(world, alias, {});
      if (most !== undefined) {
        const row = await world.domain.counterparties.get(guid);
        const key_keepers = row.key_keepers.slice(0, most);
        await world.domain.counterparties.update(guid, { key_keepers } as never);
      }
      return { guid, token: await sessionOf(world, guid, `first@${alias}.test`) };
    },
  };
}

/** Comes back to the world as it is now: making it anew takes a hundred times as long. */
export async function returning(x: Inhabited): Promise<() => Promise<void>> {
  await x.control.takeSnapshot({ body: { name: 'inhabited' } });
  return async () => {
    await x.control.restoreSnapshot({ body: { name: 'inhabited' } });
    for (const question of Object.keys(x.bank.answers) as Question[]) delete x.bank.answers[question];
    x.bank.asked.length = 0;
  };
}

/** The good request with other members of its body. */
export const but =
  (body: Body | ((x: Inhabited) => Body)) =>
  (x: Inhabited, good: Sent): Sent => ({
    ...good,
    body: { ...good.body, ...(typeof body === 'function' ? body(x) : body) },
  });

/** The good request with another parameter of the path. */
export const at =
  (params: Readonly<Record<string, string>>) =>
  (_x: Inhabited, good: Sent): Sent => ({ ...good, params: { ...good.params, ...params } });

type Question = 'user_auth' | 'key' | 'external_id' | 'sign';

/** The good request, while the bank answers a question otherwise. */
export const whenBank =
  (question: Question, status: number, body: unknown = {}) =>
  (x: Inhabited, good: Sent): Sent => {
    x.bank.answers[question] = answers(status, body);
    return { ...good, after: () => void delete x.bank.answers[question] };
  };

/** Both ways in which the bank's own answer refuses an operation. */
export const declining = (question: Question): Refused => ({
  declined: whenBank(question, 401),
  'bank-failed': whenBank(question, 500),
});

/** A member that has to be a UUID and is none. */
export const noUuid = (member: string): Refused => ({
  'uuid-length': but({ [member]: 'x' }),
  'uuid-format': but({ [member]: 'x'.repeat(36) }),
});

/** Takes all money from an entity. */
export async function drain(x: Inhabited, from: string, to: string): Promise<void> {
  const balance = await balanceOf(x, from);
  if (balance > 0) await transfer(x, from, to, balance);
}
