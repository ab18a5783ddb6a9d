import type { BankConfig } from '../../contract/bank-config/index.js';
import type { BankUrls } from '../../contract/bank-service.js';
import { wholeSignUrl } from '../../contract/sign-url.js';

/** The bank's URLs as DCM calls them: base URLs with the documented paths (BAUTH, MS) appended. */
export function bankUrls({ bank, plan }: BankConfig): BankUrls {
  const base = bank.auth_url ?? '';
  return {
    user_auth_url: bank.user_auth_url ?? `${base}/user_auth`,
    user_key_url: bank.user_key_url ?? `${base}/key`,
    user_id_url: bank.user_id_url ?? `${base}/external_id`,
    callback_url: plan.callbacks ? (bank.callback_url ?? '') : '',
    sign_url: plan.multisignature && bank.sign_url !== undefined ? wholeSignUrl(bank.sign_url) : '',
  };
}
