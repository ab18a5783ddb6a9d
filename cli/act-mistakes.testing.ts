import type { Act, ActAnswer, ActInput, DcmBlock } from '../contract/driver.js';
import type { RuleId } from '../contract/rules/index.js';
import type { Driver } from '../steps/drivers/driver.js';

/** Banks that make one mistake in an act that they are ordered: not done, done twice, done otherwise, told otherwise. */

/** Does an act as ordered, or as the mistake has it. */
type Do = <Name extends Act>(name: Name, input: ActInput<Name>, block?: DcmBlock) => Promise<ActAnswer>;

type Mistake<Name extends Act> = (input: ActInput<Name>, own: Do, block: DcmBlock) => Promise<ActAnswer>;

export interface MistakenAct {
  /** A scenario before it that is needed for the mistake, and passes. */
  readonly after?: string;
  /** The scenario that finds it. */
  readonly scenario: string;
  /** The rule that is reported as broken, and words of what was expected and what came. */
  readonly rule: RuleId;
  readonly expected: RegExp;
  readonly actual: RegExp;
  readonly acts: { readonly [Name in Act]?: Mistake<Name> };
}

const done = async (): Promise<ActAnswer> => ({ ok: true });

/** As ordered, and once more; what the second time brings is not told. */
const twice =
  <Name extends Act>(act: Name): Mistake<Name> =>
  async (input, own) => {
    const answer = await own(act, input);
    await own(act, input);
    return answer;
  };

/** As ordered, and told as success whatever DCM says. */
const alwaysFine =
  <Name extends Act>(act: Name): Mistake<Name> =>
  async (input, own) => ({ ...(await own(act, input)), ok: true });

function toTheFirstReceiver(): Mistake<'transfer'> {
  let first: string | undefined;
  return (input, own) => {
    first ??= input.receiver_id;
    return own('transfer', { ...input, receiver_id: first });
  };
}

export const mistakenActs = {
  'ping not done': {
    scenario: 'S05-02',
    rule: 'JWT-10',
    expected: /jwks\.json/,
    actual: /^none/,
    acts: { ping: done },
  },
  'login not done': {
    scenario: 'S11-01',
    rule: 'LOGIN-01',
    expected: /login flow/,
    actual: /^none/,
    acts: { login: done },
  },
  'login refused and told as done': {
    scenario: 'S11-02',
    rule: 'LOGIN-03',
    expected: /ok: false/,
    actual: /ok: true/,
    acts: { login: alwaysFine('login') },
  },
  'login done and told as failed': {
    scenario: 'S11-01',
    rule: 'LOGIN-02',
    expected: /ok: true/,
    actual: /ok: false, no reason/,
    acts: { login: async (input, own) => ({ ...(await own('login', input)), ok: false }) },
  },
  'identifiers not requested': {
    scenario: 'S12-01',
    rule: 'EMISSION-01',
    expected: /one issueIdentifiers of 10\.\d\d, served/,
    actual: /^none/,
    acts: { 'issue-identifiers': done },
  },
  'identifiers requested twice': {
    scenario: 'S12-01',
    rule: 'EMISSION-01',
    expected: /one issueIdentifiers/,
    actual: /^2 found$/,
    acts: { 'issue-identifiers': twice('issue-identifiers') },
  },
  'identifiers requested with another amount': {
    scenario: 'S12-01',
    rule: 'EMISSION-01',
    expected: /^amount = 10\.\d\d$/,
    actual: /^body \{"amount":11\.\d\d/,
    acts: {
      'issue-identifiers': (input, own) => own('issue-identifiers', { ...input, amount: input.amount + 1 }),
    },
  },
  'a refused request for identifiers told as done': {
    scenario: 'S12-03',
    rule: 'EMISSION-02',
    expected: /ok: false/,
    actual: /ok: true/,
    acts: { 'issue-identifiers': alwaysFine('issue-identifiers') },
  },
  'identifiers not deleted': {
    scenario: 'S16-17',
    rule: 'EMISSION-01',
    expected: /one burnIdentifiers/,
    actual: /^none/,
    acts: { 'delete-identifiers': done },
  },
  'identifiers deleted with another amount': {
    scenario: 'S16-17',
    rule: 'EMISSION-01',
    expected: /^amount = 10\.\d\d$/,
    actual: /^body \{"amount":11\.\d\d/,
    acts: {
      'delete-identifiers': (input, own) => own('delete-identifiers', { ...input, amount: input.amount + 1 }),
    },
  },
  'secrets not made': {
    scenario: 'S14-01',
    rule: 'AUTH-01',
    expected: /200/,
    actual: /401/,
    acts: { 'create-secrets': done },
  },
  'a customer not created': {
    scenario: 'S15-01',
    rule: 'CUSTOMER-01',
    expected: /one createCustomer of customer-/,
    actual: /^none/,
    acts: { 'create-customers': done },
  },
  'a customer created twice': {
    scenario: 'S15-01',
    rule: 'CUSTOMER-01',
    expected: /one createCustomer/,
    actual: /^2 found$/,
    acts: { 'create-customers': twice('create-customers') },
  },
  'a customer created under another login': {
    scenario: 'S15-01',
    rule: 'CUSTOMER-01',
    expected: /^login = "customer-/,
    actual: /^body \{"login":"other-customer-/,
    acts: {
      'create-customers': ({ customers }, own) =>
        own('create-customers', {
          customers: customers.map((customer) => ({ ...customer, login: `other-${customer.login}` })),
        }),
    },
  },
  'a transfer not made': {
    scenario: 'S16-01',
    rule: 'TRANSFER-01',
    expected: /one createPayment of 10\.\d\d, served/,
    actual: /^none/,
    acts: { transfer: done },
  },
  'a transfer made twice': {
    scenario: 'S16-01',
    rule: 'TRANSFER-01',
    expected: /one createPayment of/,
    actual: /^2 found$/,
    acts: { transfer: twice('transfer') },
  },
  'a transfer of another amount': {
    scenario: 'S16-01',
    rule: 'TRANSFER-02',
    expected: /amount = 10\.\d\d/,
    actual: /"amount":11\.\d\d/,
    acts: { transfer: (input, own) => own('transfer', { ...input, amount: input.amount + 1 }) },
  },
  'a transfer the wrong way round': {
    scenario: 'S16-05',
    rule: 'TRANSFER-02',
    expected: /^sender_id = .*receiver_id = /,
    actual: /^body .*"sender_id"/,
    acts: {
      transfer: (input, own) =>
        own('transfer', { ...input, sender_id: input.receiver_id, receiver_id: input.sender_id }),
    },
  },
  'a transfer to another receiver': {
    scenario: 'S16-04',
    after: 'S16-03',
    rule: 'TRANSFER-02',
    expected: /receiver_id = /,
    actual: /"receiver_id"/,
    acts: { transfer: toTheFirstReceiver() },
  },
  'a transfer not confirmed': {
    scenario: 'S16-01',
    rule: 'TRANSFER-01',
    expected: /one confirmPayment of/,
    actual: /^none/,
    acts: { transfer: (input, own) => own('create-payment', input) },
  },
  'a transfer confirmed twice': {
    scenario: 'S16-01',
    rule: 'TRANSFER-01',
    expected: /one confirmPayment of/,
    actual: /^2 found$/,
    acts: {
      async transfer(input, own) {
        const answer = await own('transfer', input);
        await own('confirm-payment', { payment_guid: answer.output?.payment_guid ?? '' });
        return answer;
      },
    },
  },
  'a transfer abroad without the guid of the other bank': {
    scenario: 'S16-06',
    rule: 'TRANSFER-03',
    expected: /^bank_guid: [0-9a-f-]{36}$/,
    actual: /^bank_guid: none$/,
    acts: { transfer: (input, own) => own('transfer', { ...input, bank_guid: null }) },
  },
  'a transfer made and told as failed': {
    scenario: 'S16-01',
    rule: 'TRANSFER-04',
    expected: /ok: true/,
    actual: /ok: false, out of paper/,
    acts: {
      async transfer(input, own) {
        const { output } = await own('transfer', input);
        return { ok: false, error: 'out of paper', ...(output && { output }) };
      },
    },
  },
  'a transfer beyond the balance told as done': {
    scenario: 'S16-15',
    rule: 'TRANSFER-05',
    expected: /ok: false/,
    actual: /ok: true/,
    acts: { transfer: alwaysFine('transfer') },
  },
  'a draft not made': {
    scenario: 'S16-13',
    rule: 'TRANSFER-01',
    expected: /one createPayment of/,
    actual: /^none/,
    acts: { 'create-payment': done },
  },
  'a draft confirmed at once': {
    scenario: 'S16-13',
    rule: 'TRANSFER-01',
    expected: /a transfer with status CREATED, not confirmed/,
    actual: /its status is CONFIRMED, 1 confirmation, /,
    acts: { 'create-payment': (input, own) => own('transfer', input) },
  },
  'a draft confirmed in words only': {
    scenario: 'S16-13',
    rule: 'TRANSFER-04',
    expected: /CONFIRMED/,
    actual: /CREATED/,
    acts: { 'confirm-payment': done },
  },
  'a second confirmation told as done': {
    scenario: 'S16-14',
    rule: 'TRANSFER-05',
    expected: /ok: false/,
    actual: /ok: true/,
    acts: { 'confirm-payment': alwaysFine('confirm-payment') },
  },
  'a transfer not read': {
    scenario: 'S16-19',
    rule: 'TRANSFER-09',
    expected: /one getPayment of the transfer/,
    actual: /^none/,
    acts: { 'read-payment': done },
  },
  'a transfer read with another amount': {
    scenario: 'S16-19',
    rule: 'TRANSFER-09',
    expected: /amount/,
    actual: /9999/,
    acts: {
      async 'read-payment'(input, own) {
        const { ok, output } = await own('read-payment', input);
        const payment = typeof output?.payment === 'object' ? output.payment : {};
        return { ok, output: { ...output, payment: { ...payment, amount: 9999 } } };
      },
    },
  },
} as const satisfies Record<string, MistakenAct>;

export type ActMistake = keyof typeof mistakenActs;

/** The driver of a bank that makes the mistake. */
export function mistaken(driver: Driver, name: ActMistake): Driver {
  const mistakes: MistakenAct['acts'] = mistakenActs[name].acts;
  return {
    act(act, block, input) {
      const own: Do = (other, changed, under = block) => driver.act(other, under, changed);
      const mistake = mistakes[act] as Mistake<typeof act> | undefined;
      return mistake ? mistake(input, own, block) : driver.act(act, block, input);
    },
  };
}
