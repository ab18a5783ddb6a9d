import type { z } from 'zod';
import type { payment as shownPayment } from '../../contract/operations/transfers.js';
import type { Asset } from '../domain/assets.js';
import type { Customer } from '../domain/customers-collection.js';
import type { DigitalEntity } from '../domain/entities-collection.js';
import type { IdentifierBalance, IdentifierRequest } from '../domain/identifier-requests-collection.js';
import { minorUnit, toHryvnias } from '../domain/money.js';
import type { Transfer } from '../domain/transfers-collection.js';

/** Rows as the documentation writes them on the wire. */

const platform = 'stellar';

const balanceView = (account: DigitalEntity, asset: Asset) => ({
  activated: true,
  balance: toHryvnias(account.balance),
  code: asset.code,
  minor_unit: minorUnit,
  name: asset.code,
  platform,
});

/** Flags are documented as not used at present; these are their resting values (U-27). */
const flags = { activated: true, registered: true, blocked: false } as const;

export const customerAccountView = (account: DigitalEntity, customer: Customer, asset: Asset) => ({
  ...flags,
  assets: [{ ...balanceView(account, asset), stellar_code: asset.code, stellar_issuer: asset.issuer }],
  assets_total: 1,
  customer_guid: customer.guid,
  guid: account.guid,
  iban: account.iban,
  name: customer.login,
  platform: '',
  type: account.account_type_guid || account.account_kind,
  wallet_account_guid: account.guid,
});

export const accountView = (account: DigitalEntity, asset: Asset) => ({
  ...flags,
  assets: [balanceView(account, asset)],
  assets_total: 1,
  guid: account.guid,
  name: account.account_kind,
  platform,
  type: account.account_kind,
});

export const listedAccountView = (account: DigitalEntity) => ({
  account_kind: account.account_kind,
  counterparty_guid: account.counterparty_guid,
  created_at: account.created_at,
  iban: account.iban,
  stellar_address: account.stellar_address,
  updated_at: account.updated_at,
  wallet_account_guid: account.guid,
  wallet_user_external_id: account.owner_external_id,
  wallet_user_guid: account.customer_guid,
});

export const customerView = (customer: Customer) => {
  const { guid, counterparty_guid: _counterparty, external_id: _externalId, ...members } = customer;
  return { customer_guid: guid, ...members };
};

export const paymentView = (
  payment: Transfer,
  status: z.infer<typeof shownPayment>['status'],
  asset: Asset,
  withStellarInfo: boolean,
) => ({
  amount: toHryvnias(payment.amount),
  asset_code: payment.asset_code,
  asset_issuer: asset.issuer,
  category: payment.category,
  category_guid: payment.category_guid,
  created_at: payment.created_at,
  deleted_at: '',
  fee: toHryvnias(payment.fee ?? 0n),
  guid: payment.guid,
  purpose: payment.purpose,
  receiver_account_account_kind: payment.receiver_kind,
  receiver_counterparty: payment.receiver_counterparty,
  receiver_id: payment.receiver_id,
  sender_account_account_kind: payment.sender_kind,
  sender_counterparty: payment.sender_counterparty,
  sender_id: payment.sender_id,
  status,
  ...(withStellarInfo && payment.hash ? { stellar_info: { hash: payment.hash } } : {}),
  target_balance: toHryvnias(payment.target_balance),
  updated_at: payment.updated_at,
});

export const emissionView = (
  emission: IdentifierRequest,
  balance: IdentifierBalance,
  entityGuid: string,
  assetCode: string,
) => ({
  balance: {
    asset_code: assetCode,
    counterparty_guid: balance.counterparty_guid,
    created_at: balance.created_at,
    emission_account_guid: entityGuid,
    guid: balance.guid,
    reserve_balance_amount: toHryvnias(balance.reserve),
    updated_at: balance.updated_at,
  },
  created_at: emission.created_at,
  created_by: emission.created_by,
  direction: emission.direction,
  emission_payment_guid: emission.emission_payment_guid,
  emission_payment_hash: emission.emission_payment_hash,
  guid: emission.guid,
  issuer_payment_guid: emission.issuer_payment_guid,
  issuer_payment_hash: emission.issuer_payment_hash,
  requested_amount: toHryvnias(emission.amount),
  reserve_balance_amount: toHryvnias(emission.reserve),
  status: emission.status,
  updated_at: emission.updated_at,
  updated_by: emission.updated_by,
});
