import { employeePlans } from './coverage-plans-access.testing.js';
import { moneyPlans } from './coverage-plans-money.testing.js';
import { at, but, declining, noUuid, type Plans, unknown, whenBank } from './coverage-world.testing.js';

const nothing = { good: () => ({}) };

/** Kratos' flows (AUTH), keys (JWTA), counterparties (OLD-CP), customers and entities (CUS, ENT), categories, segments. */
const plans: Plans = {
  createLoginFlow: {
    ...nothing,
    kratos: { 'logged in already': [400, (x) => ({ headers: { 'x-session-token': x.session } })] },
  },
  submitLogin: {
    good: async (x) => {
      await x.domain.employees.setPassword(x.first, 'Right-horse-1');
      return {
        query: { flow: (await x.anybody.createLoginFlow({})).id },
        body: { method: 'password', identifier: 'first@bank1.test', password: 'Right-horse-1' },
      };
    },
    kratos: {
      'wrong credentials': [400, but({ password: 'x' })],
      'another method': [400, but({ method: 'oidc' })],
      'no flow': [400, (_x, good) => ({ ...good, query: {} })],
      'unknown flow': [404, (_x, good) => ({ ...good, query: { flow: unknown } })],
    },
  },
  createRecoveryFlow: {
    ...nothing,
    kratos: { 'logged in already': [400, (x) => ({ headers: { 'x-session-token': x.session } })] },
  },
  submitRecovery: {
    good: async (x) => ({
      query: { flow: (await x.anybody.createRecoveryFlow({})).id },
      body: { method: 'code', email: 'first@bank1.test' },
    }),
    kratos: {
      'wrong code': [400, but({ code: 'x' })],
      'another method': [400, but({ method: 'link' })],
      'no flow': [400, (_x, good) => ({ ...good, query: {} })],
      'unknown flow': [404, (_x, good) => ({ ...good, query: { flow: unknown } })],
    },
  },
  createSettingsFlow: {
    good: (x) => ({ headers: { 'x-session-token': x.session } }),
    kratos: { 'no session': [401, (_x, good) => ({ ...good, headers: {} })] },
  },
  submitSettings: {
    good: async (x) => {
      const flow = await x.anybody.createSettingsFlow({ headers: { 'x-session-token': x.session } });
      return {
        query: { flow: flow.id },
        headers: { 'x-session-token': x.session },
        body: { method: 'password', password: 'Right-horse-2' },
      };
    },
    kratos: {
      'weak password': [400, but({ password: 'x' })],
      'another method': [400, but({ method: 'profile' })],
      'no flow': [400, (_x, good) => ({ ...good, query: {} })],
      'no session': [401, (_x, good) => ({ ...good, headers: {} })],
      'unknown flow': [404, (_x, good) => ({ ...good, query: { flow: unknown } })],
    },
  },
  whoami: {
    good: (x) => ({ headers: { 'x-session-token': x.session } }),
    kratos: { 'no session': [401, (_x, good) => ({ ...good, headers: {} })] },
  },
  logout: {
    good: (x) => ({ body: { session_token: x.clerk } }),
    kratos: { 'unknown token': [403, but({ session_token: 'x' })] },
  },
  getDcmJwks: nothing,
  registerJwk: {
    good: (x) => ({ body: { data: x.newKey('new') } }),
    before: { 'jwk-invalid': but({ data: { kty: 'RSA', kid: 'z' } }) },
    later: { 'jwk-exists': (_x, good) => good },
  },
  listJwks: nothing,
  updateJwk: {
    good: async (x) => {
      const params = { counterparty_guid: x.guid };
      const { guid } = await x.api.registerJwk({ params, body: { data: x.newKey('old') } });
      return { params: { jwk_guid: guid }, body: { data: x.newKey('new') } };
    },
    before: {
      'jwk-invalid': but({ data: { kty: 'RSA', kid: 'z' } }),
      'jwk-exists': but((x) => ({ data: x.newKey(x.signer.kid) })),
      'not-found': at({ jwk_guid: unknown }),
    },
  },
  authenticateJwt: { good: async (x) => ({ headers: { 'cx-authorization': await x.signer.token() } }) },
  createCounterparty: {
    good: async (x) => {
      await x.bare('bank3');
      return { body: { name: 'Bank bank3' } };
    },
    before: {
      'asset-not-found': but({ asset_code: 'XXX' }),
      'guid-taken': but((x) => ({ guid: x.guid })),
      'no-key-keeper': but({ name: 'Nobody' }),
      'counterparty-exists': but({ name: 'Bank bank1' }),
      ...declining('key'),
    },
  },
  listCounterparties: nothing,
  updateCounterparty: {
    good: () => ({ body: { description: 'A bank' } }),
    before: {
      'counterparty-exists': but({ name: 'Bank bank2' }),
      'not-found': at({ counterparty_guid: unknown }),
    },
  },
  getCounterparty: { ...nothing, before: { 'not-found': at({ counterparty_guid: unknown }) } },
  createCustomer: {
    good: (x) => ({ body: { login: 'new', asset_code: 'UAH', asset_issuer: x.issuer } }),
    claims: () => ({ flow: 'sign-up', obj: 'new' }),
    before: {
      'asset-not-found': but({ asset_code: 'XXX' }),
      'not-found': but({ branch_guid: unknown }),
      ...noUuid('branch_guid'),
      ...declining('user_auth'),
    },
    later: { 'customer-exists': (_x, good) => good },
  },
  listCustomers: nothing,
  updateCustomer: {
    good: (x) => ({ params: { customer_guid: x.one.customer_guid }, body: { name: 'Olha' } }),
    before: { 'not-found': at({ customer_guid: unknown }), ...noUuid('branch_guid') },
  },
  getCustomer: {
    good: (x) => ({ params: { customer_guid: x.one.customer_guid } }),
    before: { 'not-found': at({ customer_guid: unknown }) },
  },
  getCustomerAccounts: {
    good: (x) => ({ params: { customer_guid: x.one.customer_guid } }),
    before: { 'not-found': at({ customer_guid: unknown }) },
  },
  createCustomerAccount: {
    good: (x) => ({
      params: { customer_guid: x.one.customer_guid },
      body: { asset_code: 'UAH', asset_issuer: x.issuer },
    }),
    claims: () => ({ flow: 'sign-up', obj: 'ext-one@bank1.test' }),
    before: {
      'asset-not-found': but({ asset_code: 'XXX' }),
      'not-found': at({ customer_guid: unknown }),
      'external-id-changed': whenBank('external_id', 200, { external_id: 'other' }),
      ...declining('external_id'),
    },
  },
  getSegments: nothing,
  updateSegment: {
    good: (x) => ({ body: { account_type_guid: x.row('account_types'), segment_name: 'PI' } }),
    before: { 'not-found': but({ account_type_guid: unknown }), ...noUuid('account_type_guid') },
  },
  createAccount: {
    good: () => ({ body: { account_kind: 'processing', iban: '' } }),
    claims: () => ({ flow: 'sign-up-processing', obj: 'keeper-ext-2' }),
    before: {
      'entity-kind': but({ account_kind: 'customer' }),
      'entity-exists': but({ account_kind: 'emission' }),
      'no-key-keeper': async (x, good) => {
        const { guid, token } = await x.bare('bank5', 1);
        return { ...good, params: { counterparty_guid: guid }, token };
      },
      'not-found': but({ branch_guid: unknown }),
      ...noUuid('branch_guid'),
      ...declining('key'),
    },
  },
  listAccounts: nothing,
  getAccount: {
    good: (x) => ({ params: { account_guid: x.one.guid } }),
    before: { 'not-found': at({ account_guid: unknown }) },
  },
  listCategories: nothing,
  createCategory: { good: () => ({ body: { name: '99', description: 'else' } }) },
  updateCategory: {
    good: (x) => ({ params: { category_guid: x.row('categories') }, body: { description: 'else' } }),
    before: { 'not-found': at({ category_guid: unknown }) },
  },
  deleteCategory: {
    good: (x) => ({ params: { category_guid: x.row('categories') } }),
    before: { 'not-found': at({ category_guid: unknown }) },
  },
};

export const coveragePlans: Plans = { ...plans, ...employeePlans, ...moneyPlans };
