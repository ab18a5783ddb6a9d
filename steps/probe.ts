import { type AuthorizationMethod, type Claims, type Flow, tokenHeader } from '../contract/bank-service.js';
import { curlAsk, curlPost, quoted } from '../contract/curl.js';
import { causeOf } from '../contract/wire/cause.js';
import { type OutRequest, TransportError } from '../contract/wire/transport.js';
import { type Exchange, headerLines, isInTime } from './exchange.js';
import { impostorToken, type Pretended } from './impostor.js';
import { heard } from './secrets-heard.js';
import type { Stage } from './stage.js';
import { forgeToken, type SigningKey, type TokenDefect } from './token-forge.js';

/** A question that the harness puts to the bank's authorization service as DCM would. */
export interface Question {
  readonly method: AuthorizationMethod;
  /** Login for `user_auth`, external id otherwise. */
  readonly obj: string;
  readonly sub?: string;
  readonly flow?: Flow;
  readonly defect?: TokenDefect;
  /** Somebody else's kid, under which a key made for it signs. */
  readonly as?: Pretended;
  /** Another key of DCM's than the one in use. */
  readonly key?: SigningKey;
  /** Seconds by which both times of the token are shifted. */
  readonly shiftS?: number;
  /** Claims left out. */
  readonly without?: readonly (keyof Claims)[];
}

/** Milliseconds after which the harness stops waiting; longer than the second that a bank has, so that it is measured. */
const patience = 5000;
const lifetime = 60;

export function urlOf({ bank }: Stage, method: AuthorizationMethod): string {
  if (method === 'user_auth') return bank.user_auth_url;
  return method === 'key' ? bank.user_key_url : bank.user_id_url;
}

/** Sends one question. @throws {TransportError} only when this machine could not send it */
export async function probe(stage: Stage, question: Question): Promise<Exchange> {
  const { method, obj, sub = stage.bank.subjects.admin, flow = 'sign-in', defect, shiftS = 0 } = question;
  const iat = Math.floor(stage.now() / 1000) + shiftS;
  const claims: Claims = { flow, obj, sub, iat, exp: iat + lifetime };
  for (const name of question.without ?? []) Reflect.deleteProperty(claims, name);
  const token = question.as
    ? await impostorToken(question.as, claims)
    : forgeToken(question.key ?? stage.dcm.signing(), claims, defect);
  const url = urlOf(stage, method);
  const answered = async () => {
    const answer = await send(stage, url, token);
    stage.measured?.push({ method, ms: answer.ms, error: answer.error });
    return answer;
  };
  const outcome = await (stage.whileActing ? stage.whileActing(question, answered) : answered());
  return heard(stage, {
    method: 'GET',
    url,
    requestBody: null,
    obj,
    curl:
      defect === 'missing'
        ? `curl -i ${quoted(url)}`
        : curlAsk(url, { obj, sub, flow, defect, as: question.as }),
    question,
    ...outcome,
  });
}

/** Puts the questions again whose answer came late, once. */
export async function lateAskedAgain(stage: Stage, answers: readonly Exchange[]): Promise<Exchange[]> {
  const all: Exchange[] = [];
  for (const answer of answers) {
    const { question } = answer;
    if (question === undefined || isInTime(answer)) all.push(answer);
    else all.push({ ...answer, again: await probe(stage, question) });
  }
  return all;
}

async function send(stage: Stage, url: string, token: string | undefined): Promise<Answered> {
  const headers = { accept: 'application/json', ...(token === undefined ? {} : { [tokenHeader]: token }) };
  return answerOf(stage, { method: 'GET', url, headers, timeoutMs: patience });
}

/**
 * Sends the bank a JSON body, as DCM does at `/sign` and in callbacks.
 * @throws {TransportError} only when this machine could not send it
 */
export async function post(stage: Stage, url: string, body: object): Promise<Exchange> {
  const answer = await answerOf(stage, {
    method: 'POST',
    url,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
    timeoutMs: patience,
  });
  return {
    method: 'POST',
    url,
    requestBody: body,
    obj: '',
    curl: curlPost(url, body),
    ...answer,
  };
}

type Answered = Pick<Exchange, 'status' | 'body' | 'headers' | 'error' | 'ms'>;

async function answerOf(stage: Stage, request: OutRequest): Promise<Answered> {
  const begun = stage.now();
  const took = (ms: number | undefined) => ms ?? stage.now() - begun;
  try {
    const { status, headers, text, ms } = await stage.callBank(request);
    const lines = headerLines(Object.entries(headers));
    return { status, body: readJson(text), headers: lines, error: '', ms: took(ms) };
  } catch (error) {
    const failed = error instanceof TransportError ? error : undefined;
    if (failed?.own) throw failed;
    return { status: 0, body: null, headers: '', error: causeOf(error), ms: took(failed?.ms) };
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
