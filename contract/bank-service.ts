import { z } from 'zod';

/**
 * What the bank implements and DCM calls: shapes of tokens, the authorization service and the callbacks.
 * Pages: Bank authorization (BAUTH), JWT format (JWTF), [optional] Callbacks (CB).
 */

/** `flow` of a token (JWTF). */
export const flows = ['sign-in', 'sign-up', 'sign-up-processing', 'sign-up-emission'] as const;
export type Flow = (typeof flows)[number];

/** Claims of a token (JWTF). `iat`, `exp` in Unix seconds. */
export const claims = z.object({
  flow: z.enum(flows),
  obj: z.string(),
  sub: z.string(),
  iat: z.int(),
  exp: z.int(),
});
export type Claims = z.infer<typeof claims>;

/** Header in which DCM's token travels to the bank (BAUTH). */
export const tokenHeader = 'x-session-id';

/** Milliseconds within which the bank must answer each of the three methods (BAUTH). */
export const authorizationLimitMs = 1000;

const externalId = z.string().min(1).max(500);
const secret = z.string().min(1);

/** A string on the page; many JSON libraries write null for a member without a value. */
const optionalText = z.string().nullish();

/** `GET /user_auth`: data of the user whose login is the token's `obj`. */
export const userAuthAnswer = z.object({
  external_id: externalId,
  key: secret,
  first_name: optionalText,
  last_name: optionalText,
  email: optionalText,
  phone: optionalText,
});

/** `GET /key`: the secret of the user whose external id is the token's `obj`. */
export const keyAnswer = z.object({ key: secret });

/** `GET /external_id`: says that the user whose external id is the token's `obj` is known. */
export const externalIdAnswer = z.object({ external_id: externalId });

export type AuthorizationMethod = 'user_auth' | 'key' | 'external_id';
export const authorizationAnswers = {
  user_auth: userAuthAnswer,
  key: keyAnswer,
  external_id: externalIdAnswer,
} as const;

/** `POST /sign` (MS): asks the bank to add its signature to the envelope of a transfer. */
export const signRequest = z.object({ address: z.array(z.string()), transaction_xdr: z.string() });

/** The addresses that signed, and the envelope with at least one signature. */
export const signAnswer = z.object({ address: z.array(z.string()), transaction_xdr: z.string() });

export const callbackKinds = ['pay-in', 'pay-out', 'transfer'] as const;
export type CallbackKind = (typeof callbackKinds)[number];

/** Path of a callback below the bank's callback host (CB). */
export const callbackPath = (kind: CallbackKind): string => `/api/dcm/notify/${kind}`;

/** Body of a callback (CB); the transfer is then read by this guid (AID-CB). */
export const callbackBody = z.object({ transaction_id: z.guid() });

/** Where DCM calls the bank; empty for what the bank does not offer. */
export interface BankUrls {
  readonly user_auth_url: string;
  readonly user_key_url: string;
  readonly user_id_url: string;
  readonly callback_url: string;
  readonly sign_url: string;
}
