import type { BankConfig } from '../../contract/bank-config/index.js';
import type { Counterparty } from '../../contract/control/counterparties.js';
import type { Profile } from '../../contract/profile/index.js';
import type { BankUnderTest } from '../../steps/stage.js';

/** What is known of a bank on a stage without asking DCM's officers: what DCM gave it, and what it told DCM. */

export type StageBlock = NonNullable<BankConfig['stage']>;

/** What DCM has given to the bank. */
export interface StageFacts {
  readonly counterpartyGuid: string;
  readonly assetCode: string;
  readonly assetIssuer: string;
  /** Options that agree with the stage, as far as they are known. */
  readonly profile?: Partial<Profile>;
}

/** The bank as DCM should have registered it. */
export const counterpartyOf = (
  { counterpartyGuid, assetCode, assetIssuer }: StageFacts,
  bank: BankUnderTest,
  at: string,
): Counterparty => ({
  guid: counterpartyGuid,
  name: bank.name,
  alias: bank.alias,
  asset_code: assetCode,
  asset_issuer: assetIssuer,
  description: '',
  holding_name: '',
  user_auth_url: bank.user_auth_url,
  user_key_url: bank.user_key_url,
  user_id_url: bank.user_id_url,
  callback_url: bank.callback_url,
  key_keepers: [...bank.keyKeepers],
  admin_subject: bank.subjects.admin,
  auto_issue: false,
  auto_burn: false,
  schemes: [...bank.schemes],
  sign_url: bank.sign_url,
  signers: [...bank.signers],
  simulated: false,
  emission_account_guid: '',
  processing_account_guid: '',
  created_at: at,
  updated_at: at,
});

/** The task of step 4, as it has to be on a stage that the bank can use. */
export const taskOf = (
  { counterpartyGuid }: StageFacts,
  { name }: BankUnderTest,
  at: string,
  status: 'open' | 'done',
) => ({
  guid: counterpartyGuid,
  counterparty_guid: counterpartyGuid,
  title: name,
  status,
  api_host: '',
  backoffice_host: '',
  created_at: at,
  updated_at: at,
});
