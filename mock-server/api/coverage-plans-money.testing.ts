import { signing } from '../multisignature.testing.js';
import { draft, of, settled, transfer } from '../world.testing.js';
import {
  at,
  but,
  declining,
  drain,
  type Inhabited,
  noUuid,
  type Plan,
  type Plans,
  type Sent,
  unknown,
  whenBank,
} from './coverage-world.testing.js';

/** Identifiers (ID), transfers (TR, BR-TR), limits (LIM), reconciliation (REC). */

const nothing: Plan = { good: () => ({}) };

interface Payer {
  readonly from: (x: Inhabited) => { guid: string; customer_guid: string };
  readonly drafted: (x: Inhabited) => string;
  readonly params: (x: Inhabited) => Record<string, string>;
  readonly owner: string;
}

const anyone: Payer = {
  from: (x) => x.one,
  drafted: (x) => x.drafted,
  params: () => ({}),
  owner: 'ext-one@bank1.test',
};
const ofBranch: Payer = {
  from: (x) => x.member,
  drafted: (x) => x.branchDraft,
  params: (x) => ({ branch_guid: x.branch }),
  owner: 'ext-member@bank1.test',
};

const tooLittle = async (x: Inhabited, { from }: Payer) => {
  await x.api.setCustomerPaymentLimit({
    params: of(x),
    body: { customer_guid: from(x).customer_guid, max: 0.5 },
  });
};
const newDraft = async (x: Inhabited, good: Sent, { from }: Payer, amount = 1): Promise<Sent> => ({
  ...good,
  body: { guid: (await draft(x, from(x).guid, x.two.guid, amount)).guid },
});

const drafts = (payer: Payer): Plan => ({
  good: (x) => ({
    params: payer.params(x),
    body: { sender_id: payer.from(x).guid, receiver_id: x.two.guid, amount: 1 },
  }),
  before: {
    'asset-not-found': but({ asset_code: 'XXX' }),
    'invalid-amount': but({ amount: -1 }),
    'not-found': but({ receiver_id: unknown }),
    'same-entity': but((x) => ({ receiver_id: payer.from(x).guid })),
    'iban-mismatch': but({ receiver_iban: 'UA213223130000026007233566001' }),
    'insufficient-balance': but({ amount: 1e6 }),
    ...noUuid('sender_id'),
  },
  later: {
    'limit-exceeded': async (x, good) => {
      await tooLittle(x, payer);
      return good;
    },
  },
});

const confirmations = (payer: Payer): Plan => ({
  good: (x) => ({ params: payer.params(x), body: { guid: payer.drafted(x) } }),
  claims: () => ({ obj: payer.owner }),
  before: {
    'not-found': but({ guid: unknown }),
    'bank-guid-missing': async (x, good) => {
      const { guid } = await draft(x, payer.from(x).guid, x.other.processing, 1);
      return { ...good, body: { guid } };
    },
    'bank-guid-wrong': but((x) => ({ bank_guid: x.other.guid })),
    'insufficient-balance': async (x, good) => {
      const sent = await newDraft(x, good, payer, 40);
      await transfer(x, payer.from(x).guid, x.two.guid, payer === anyone ? 70 : 20);
      return sent;
    },
    'external-id-changed': whenBank('external_id', 200, { external_id: 'other' }),
    'seed-decryption': whenBank('key', 200, { key: 'another secret' }),
    'payment-in-progress': async (x, good) => {
      const sent = await newDraft(x, good, payer);
      const { key } = x.bank.answers;
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      x.bank.asked.length = 0;
      x.bank.answers.key = async ({ claims }) => {
        await held;
        return { body: { key: `secret-of-${claims.obj}` } };
      };
      const guid = String(sent.body?.guid);
      const first = x.api.confirmPayment({ params: of(x), body: { guid } });
      while (x.bank.of('key').length === 0) await settled();
      return {
        ...sent,
        after: async () => {
          if (key) x.bank.answers.key = key;
          else delete x.bank.answers.key;
          release();
          await first;
        },
      };
    },
    ...noUuid('guid'),
    ...declining('external_id'),
  },
  later: {
    'payment-confirmed': (_x, good) => good,
    'multisignature-stopped': async (x, good) => {
      const sent = await newDraft(x, good, payer);
      await signing(x);
      return whenBank('sign', 401)(x, sent);
    },
    'limit-exceeded': async (x, good) => {
      const sent = await newDraft(x, good, payer);
      await tooLittle(x, payer);
      return sent;
    },
  },
});

const identifiers = (body: Sent['body'], before: Plan['before']): Plan => ({
  good: (x) => ({ body: { asset_code: 'UAH', asset_issuer: x.issuer, ...body } }),
  before: {
    'asset-not-found': but({ asset_code: 'XXX' }),
    'invalid-amount': but({ amount: -1 }),
    'external-id-changed': whenBank('external_id', 200, { external_id: 'other' }),
    'not-found': async (x, good) => {
      const { guid, token } = await x.bare('bank4');
      return { ...good, params: { counterparty_guid: guid }, token };
    },
    ...before,
    ...declining('external_id'),
  },
  later: { 'request-open': (_x, good) => good },
});

/** A request that is open: to create, or to delete. */
async function openRequest(x: Inhabited, how: 'issueIdentifiers' | 'burnIdentifiers') {
  await x.api[how]({ params: of(x), body: { amount: 5 } });
  const { history } = await x.api.listEmissionHistory({ params: of(x), query: { status: 'created' } });
  return { body: { guid: history[0]?.guid ?? '' } };
}
const officersPlan: Plan = {
  good: (x) => openRequest(x, 'issueIdentifiers'),
  before: { 'not-found': but({ guid: unknown }), ...noUuid('guid') },
  later: { 'request-finished': (_x, good) => good },
};

const limitGet: Plan = {
  good: (x) => ({ query: { customer_guid: x.one.customer_guid } }),
  before: {
    'uuid-length': (_x, good) => ({ ...good, query: { customer_guid: 'x' } }),
    'uuid-format': (_x, good) => ({ ...good, query: { customer_guid: 'x'.repeat(36) } }),
  },
};
const limitSet = (scope: 'customer' | 'segment', body: Sent['body']): Plan => {
  const member = scope === 'customer' ? 'customer_guid' : 'account_type_guid';
  return {
    good: (x) => ({
      body: {
        ...body,
        ...(scope === 'customer' ? { customer_guid: x.one.customer_guid } : { segment_name: 'PL' }),
      },
    }),
    before: {
      'asset-not-found': but({ asset_code: 'XXX' }),
      'invalid-amount': but({ max: -1 }),
      'not-found': but({ [member]: unknown }),
      ...noUuid(member),
    },
  };
};
const bounds = { max: 10, min: 1 };
const ofDay = { max: 10, period: 'day' };

export const moneyPlans: Plans = {
  issueIdentifiers: identifiers(
    { amount: 1, reserve_balance: 1000 },
    { 'reserve-insufficient': but({ reserve_balance: 1 }) },
  ),
  burnIdentifiers: identifiers(
    { amount: 1, reserve_balance: 1000 },
    {
      'reserve-insufficient': but({ reserve_balance: 1 }),
      'insufficient-balance': but({ amount: 1e6 }),
      'seed-decryption': whenBank('key', 200, { key: 'another secret' }),
    },
  ),
  listEmissionHistory: nothing,
  confirmEmission: {
    ...officersPlan,
    later: {
      ...officersPlan.later,
      'insufficient-balance': async (x, good) => {
        const { body } = await openRequest(x, 'burnIdentifiers');
        await drain(x, x.emission, x.processing);
        return { ...good, body };
      },
    },
  },
  cancelEmission: officersPlan,
  createPayment: drafts(anyone),
  confirmPayment: confirmations(anyone),
  getPayment: {
    good: (x) => ({ params: { payment_guid: x.drafted } }),
    before: { 'not-found': at({ payment_guid: unknown }) },
  },
  listPayments: nothing,
  getCustomerAmountLimit: limitGet,
  setCustomerAmountLimit: limitSet('customer', ofDay),
  getCustomerPaymentLimit: limitGet,
  setCustomerPaymentLimit: limitSet('customer', bounds),
  getSegmentPaymentLimits: nothing,
  setSegmentPaymentLimit: limitSet('segment', bounds),
  getSegmentAmountLimits: nothing,
  setSegmentAmountLimit: limitSet('segment', ofDay),
  listRecons: { good: () => ({ query: { counterparty_role: 'one_of' } }) },
  listReconParticipants: { good: () => ({ query: { counterparty_role: 'one_of' } }) },
  updateRecon: {
    good: (x) => ({ params: { recon_guid: x.row('recons') }, body: { status: 'confirmed' } }),
    before: {
      'not-found': at({ recon_guid: unknown }),
      'recon-order': (_x, good) => ({ ...good, body: { status: 'paid' } }),
    },
    later: { 'recon-status': (_x, good) => good },
  },
  listBranchPayments: {
    good: (x) => ({ params: { branch_guid: x.branch } }),
    before: { 'not-found': at({ branch_guid: unknown }) },
  },
  createBranchPayment: drafts(ofBranch),
  confirmBranchPayment: confirmations(ofBranch),
  getBranchPayment: {
    good: (x) => ({ params: { branch_guid: x.branch, payment_guid: x.branchDraft } }),
    before: { 'not-found': at({ payment_guid: unknown }) },
  },
};
