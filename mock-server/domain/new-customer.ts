import type { z } from 'zod';
import type { userAuthAnswer } from '../../contract/bank-service.js';
import type { Call } from './call.js';
import { type Customer, customerRows } from './customers-collection.js';
import { ibanProblem, plainIban } from './iban.js';
import type { ReadTransaction } from './store.js';

export interface NewCustomer {
  readonly asset_code?: string | undefined;
  readonly asset_issuer?: string | undefined;
  readonly login?: string | undefined;
  readonly name?: string | undefined;
  readonly paternal_name?: string | undefined;
  readonly surname?: string | undefined;
  readonly phone_number?: string | undefined;
  readonly iban?: string | undefined;
  readonly is_disabled?: boolean | undefined;
  readonly kyc_level?: number | undefined;
  readonly segment?: string | undefined;
  readonly status?: string | undefined;
  readonly balance_allowed?: number | undefined;
  readonly balance_asset_code?: string | undefined;
  readonly balance_asset_issuer?: string | undefined;
  readonly branch_guid?: string | undefined;
}

/** What may be changed of a customer. */
export type CustomerChange = Omit<NewCustomer, 'login' | 'asset_code' | 'asset_issuer'>;

/** Notes values that do not have the form that their name promises. */
export function noteForm(call: Call, wanted: NewCustomer): void {
  if (!wanted.login) call.note('CUSTOMER-04', 'no login: the guid is used instead');
  const problem = wanted.iban ? ibanProblem(wanted.iban) : undefined;
  if (problem !== undefined) call.note('CUSTOMER-04', problem);
  if (wanted.phone_number && !/^\+[1-9]\d{7,14}$/.test(wanted.phone_number)) {
    call.note('CUSTOMER-04', 'phone_number is not + and 8 to 15 digits');
  }
}

/** An account rarely has more holders. */
const usualHolders = 3;

/** Notes an IBAN that more customers have than an account usually has holders. */
export async function noteSharedIban(
  tx: ReadTransaction,
  call: Call,
  { guid, iban }: Customer,
): Promise<void> {
  if (!iban) return;
  const { rows } = await tx.page(customerRows, { index: 'iban', key: plainIban(iban) });
  const others = rows.filter((row) => row.guid !== guid).length;
  if (others >= usualHolders)
    call.note('CUSTOMER-04', `the IBAN already belongs to ${others} other customers`);
}

/** Notes a segment to whose customers no standard limit applies. */
export const noteSegment = (call: Call, segment: string) =>
  call.note('CUSTOMER-04', `segment ${segment} has no account type: no standard limit applies`);

/** The row of a new customer: from the request, or else from the bank's response about the login. */
export function newCustomer(
  who: Pick<Customer, 'guid' | 'counterparty_guid' | 'login' | 'segment' | 'branch_guid'>,
  wanted: NewCustomer,
  user: z.output<typeof userAuthAnswer>,
  now: string,
): Customer {
  return {
    ...who,
    external_id: user.external_id,
    name: wanted.name ?? user.first_name ?? '',
    paternal_name: wanted.paternal_name ?? '',
    surname: wanted.surname ?? user.last_name ?? '',
    phone_number: wanted.phone_number ?? user.phone ?? '',
    iban: wanted.iban ?? '',
    is_disabled: wanted.is_disabled ?? false,
    kyc_level: wanted.kyc_level ?? 0,
    status: wanted.status ?? '',
    balance_allowed: wanted.balance_allowed ?? 0,
    balance_asset_code: wanted.balance_asset_code ?? '',
    balance_asset_issuer: wanted.balance_asset_issuer ?? '',
    created_at: now,
    updated_at: now,
  };
}
