import { type AuthorizationMethod, externalIdAnswer } from '../../contract/bank-service.js';
import { readJson } from '../../contract/read-json.js';
import type { Counterparty } from '../domain/counterparties-collection.js';

/** `/external_id` has returned more than the allowed characters. */
export const tooLong = (body: unknown): boolean =>
  externalIdAnswer.safeParse(body).error?.issues[0]?.code === 'too_big';

/** Where a method of the bank's authorization service is; empty when none is registered. */
export function urlOf(counterparty: Counterparty, method: AuthorizationMethod): string {
  if (method === 'user_auth') return counterparty.user_auth_url;
  return method === 'key' ? counterparty.user_key_url : counterparty.user_id_url;
}

/** JSON, or the text itself if it is not JSON; undefined if it is empty. */
export const bodyOf = (text: string): unknown => readJson(text, text === '' ? undefined : text);
