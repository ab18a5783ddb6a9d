/** What ready requests have in their bodies, and what their responses fill in. */

type Json = Readonly<Record<string, unknown>>;

/** Variables that a response fills, each with the member, by operation. */
export const fills: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  createLoginFlow: { flow: 'id' },
  submitLogin: { session: 'session_token' },
  createCustomer: { customer_guid: 'customer_guid', receiver_id: 'guid' },
  createPayment: { payment_guid: 'guid' },
  createBranch: { branch_guid: 'guid' },
};

/** Members beside the required ones, by operation. */
export const more: Readonly<Record<string, readonly string[]>> = {
  submitLogin: ['identifier'],
  submitRecovery: ['email'],
  createCustomer: ['login', 'name'],
  createPayment: ['asset_code', 'asset_issuer', 'purpose'],
  createBranchPayment: ['asset_code', 'asset_issuer', 'purpose'],
  issueIdentifiers: ['asset_code', 'asset_issuer', 'reserve_balance'],
  burnIdentifiers: ['asset_code', 'asset_issuer', 'reserve_balance'],
  createAccount: ['account_kind'],
  createBranchAccount: ['account_kind'],
  setCustomerPaymentLimit: ['max'],
  setSegmentPaymentLimit: ['max'],
  createCounterparty: ['name'],
  updateCounterparty: ['name'],
  updateEmployee: ['name'],
  updateCustomer: ['name'],
  updateCategory: ['description'],
  updateBranch: ['name'],
};

export const samples: Readonly<Record<string, unknown>> = {
  method: 'password',
  identifier: '{{email}}',
  session_token: '{{session}}',
  amount: 25.5,
  reserve_balance: 5000,
  purpose: 'by hand',
  account_kind: 'processing',
  max: 100,
  period: 'day',
  name: 'Olena',
  description: 'by hand',
  role_name: 'Cashier',
  segment_name: 'PL',
  status: 'confirmed',
  guid: '{{payment_guid}}',
  data: { kty: 'RSA', kid: 'bank-1', use: 'sig', alg: 'RS256', n: '{{jwk_n}}', e: 'AQAB' },
  branches_access: ['{{branch_guid}}'],
};

/** The same member means something else there. */
export const special: Readonly<Record<string, Json>> = {
  submitRecovery: { method: 'code' },
  confirmEmission: { guid: '{{request_guid}}' },
  cancelEmission: { guid: '{{request_guid}}' },
};
