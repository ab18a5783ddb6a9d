import { type AuthorizationMethod, type Claims, type Flow, tokenHeader } from '../contract/bank-service.js';
import { type Exchange, headerLines } from './exchange.js';
import type { Stage } from './stage.js';
import { forgeToken, type TokenDefect } from './token-forge.js';

/** A question that the harness puts to the bank's authorization service as DCM would. */
export interface Question {
  readonly method: AuthorizationMethod;
  /** Login for `user_auth`, external id otherwise. */
  readonly obj: string;
  readonly sub?: string;
  readonly flow?: Flow;
  readonly defect?: TokenDefect;
}

/** Milliseconds after which the harness stops waiting; longer than the second that a bank has, so that it is measured. */
const patience = 5000;
const lifetime = 60;

export function urlOf({ bank }: Stage, method: AuthorizationMethod): string {
  if (method === 'user_auth') return bank.user_auth_url;
  return method === 'key' ? bank.user_key_url : bank.user_id_url;
}

/** Sends one question; never throws. */
export async function probe(stage: Stage, question: Question): Promise<Exchange> {
  const { method, obj, sub = stage.bank.subjects.admin, flow = 'sign-in', defect } = question;
  const iat = Math.floor(stage.now() / 1000);
  const claims: Claims = { flow, obj, sub, iat, exp: iat + lifetime };
  const token = forgeToken(stage.dcm.signing, claims, defect);
  const url = urlOf(stage, method);
  const begun = stage.now();
  const outcome = await send(url, token);
  return {
    method: 'GET',
    url,
    requestBody: null,
    obj,
    ms: stage.now() - begun,
    curl: curlOf(url, { obj, sub, flow, defect }),
    ...outcome,
  };
}

async function send(
  url: string,
  token: string | undefined,
): Promise<Pick<Exchange, 'status' | 'body' | 'headers' | 'error'>> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', ...(token === undefined ? {} : { [tokenHeader]: token }) },
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const body = readJson(await response.text());
    return { status: response.status, body, headers: headerLines(response.headers), error: '' };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return {
      status: 0,
      body: null,
      headers: '',
      error: cause instanceof Error ? cause.message : String(cause),
    };
  }
}

function curlOf(
  url: string,
  { obj, sub, flow, defect }: { obj: string; sub: string; flow: string; defect: TokenDefect | undefined },
): string {
  if (defect === 'missing') return `curl -i ${quoted(url)}`;
  const token = `dcm token --keys dcm-keys.json --obj ${quoted(obj)} --sub ${quoted(sub)} --flow ${flow}${defect ? ` --defect ${defect}` : ''}`;
  return `curl -i ${quoted(url)} -H "X-Session-ID: $(${token})"`;
}

/** As one word of a shell. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
