import type { Act, ActAnswer, ActInput, DcmBlock } from '../driver.js';
import { defaultProfile } from '../profile/index.js';

/** One example of each act: what the bank is given, and the output of its response. */

const payment_guid = 'db78c75c-1a50-41ee-bd5f-3a6aa4436fee';
const sender_id = '2ace8f2b-67c8-1a0c-90c1-62c9fe34ba3d';
const receiver_id = 'd404f3a9-0f51-10e1-bb8d-1e7f6124baf6';
const olena = '+380501112233';

export const dcmExample: DcmBlock = {
  base_url: 'http://127.0.0.1:4010',
  counterparty_guid: '5f3a1c1e-7c1d-4f52-9d0e-0b7f6a1d2c3b',
  asset_code: defaultProfile.asset_code,
  asset_issuer: 'GA74TOSYDHJFDLIVSE2SIMGIXNKH4WNDEODT424GNFGXR4B4JYYJOJ5D',
  scheme: 'dcm',
  employee: { email: 'officer@bank1.example', password: 'Officer-1-secret' },
};

const order: ActInput<'transfer'> = {
  sender_id,
  sender_external_id: 'id-olena',
  receiver_id,
  amount: 25.5,
  bank_guid: null,
  purpose: 'order 17',
  category_guid: null,
};

interface Example<A extends Act> {
  readonly input: ActInput<A>;
  readonly output?: NonNullable<ActAnswer['output']>;
}

export const actExamples: { readonly [A in Act]: Example<A> } = {
  ping: { input: {} },
  configure: {
    input: {
      key_keepers: [
        { login: 'keeper-identification', external_id: 'kk-1', for: 'identification' },
        { login: 'keeper-processing', external_id: 'kk-2', for: 'processing' },
      ],
    },
  },
  'create-secrets': {
    input: { users: [{ login: olena, external_id: 'id-olena' }] },
    output: { users: [{ login: olena, external_id: 'id-olena' }] },
  },
  login: { input: {} },
  'issue-identifiers': { input: { amount: 1000.25, reserve_balance: 5000 } },
  'delete-identifiers': { input: { amount: 100.5, reserve_balance: 5000 } },
  'create-customers': {
    input: { customers: [{ login: olena, name: 'Olena', surname: 'Koval', phone_number: olena }] },
    output: { customers: [{ login: olena, customer_guid: receiver_id, account_guid: sender_id }] },
  },
  transfer: { input: order, output: { payment_guid } },
  'create-payment': { input: order, output: { payment_guid } },
  'confirm-payment': { input: { payment_guid, sender_external_id: 'id-olena', bank_guid: null } },
  'read-payment': {
    input: { payment_guid },
    output: { payment: { guid: payment_guid, status: 'CONFIRMED', amount: 25.5 } },
  },
  'confirm-recon': { input: { recon_guid: '8d7f3f52-4a0e-4a8f-9c43-0c1b1a5d6e7f', status: 'confirmed' } },
  'set-limit': {
    input: {
      operation: 'setCustomerPaymentLimit',
      body: {
        customer_guid: receiver_id,
        asset_code: dcmExample.asset_code,
        asset_issuer: dcmExample.asset_issuer,
        max: 100,
      },
    },
  },
  'register-jwk': {
    input: { body: { data: { kty: 'EC', crv: 'P-256', kid: 'bank-2', x: '…', y: '…' } } },
  },
  'mint-token': {
    input: { flow: 'sign-in', obj: 'id-olena', sub: 'officer@bank1.example', ttl_s: 60 },
    output: { token: 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImJhbmstMSJ9.e30.…' },
  },
  restart: { input: {} },
  reset: { input: {} },
};
