import { type AuthorizationMethod, type Claims, type Flow, tokenHeader } from '../contract/bank-service.js';
import { curlAsk, curlPost, quoted } from '../contract/curl.js';
import { type Exchange, headerLines, isInTime } from './exchange.js';
import { impostorToken, type Pretended } from './impostor.js';
import type { BankRequest, Stage } from './stage.js';
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

/** Sends one question; never throws. */
export async function probe(stage: Stage, question: Question): Promise<Exchange> {
  const { method, obj, sub = stage.bank.subjects.admin, flow = 'sign-in', defect, shiftS = 0 } = question;
  const iat = Math.floor(stage.now() / 1000) + shiftS;
  const claims: Claims = { flow, obj, sub, iat, exp: iat + lifetime };
  for (const name of question.without ?? []) Reflect.deleteProperty(claims, name);
  const token = question.as
    ? await impostorToken(question.as, claims)
    : forgeToken(question.key ?? stage.dcm.signing(), claims, defect);
  const url = urlOf(stage, method);
  const ask = async () => {
    const begun = stage.now();
    const answer = await send(stage, url, token);
    return { ...answer, ms: stage.now() - begun };
  };
  const answered = async () => {
    const answer = await ask();
    stage.measured?.push({ method, ms: answer.ms, error: answer.error });
    return answer;
  };
  const outcome = await (stage.whileActing ? stage.whileActing(question, answered) : answered());
  return {
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
  };
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

async function send(
  stage: Stage,
  url: string,
  token: string | undefined,
): Promise<Pick<Exchange, 'status' | 'body' | 'headers' | 'error'>> {
  const headers = { accept: 'application/json', ...(token === undefined ? {} : { [tokenHeader]: token }) };
  return answerOf(stage, { method: 'GET', url, headers, timeoutMs: patience });
}

/** Sends the bank a JSON body, as DCM does at `/sign` and in callbacks; never throws. */
export async function post(stage: Stage, url: string, body: object): Promise<Exchange> {
  const begun = stage.now();
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
    ms: stage.now() - begun,
    ...answer,
  };
}

async function answerOf(
  stage: Stage,
  request: BankRequest,
): Promise<Pick<Exchange, 'status' | 'body' | 'headers' | 'error'>> {
  try {
    const { status, headers, text } = await stage.callBank(request);
    return { status, body: readJson(text), headers: headerLines(Object.entries(headers)), error: '' };
  } catch (error) {
    return {
      status: 0,
      body: null,
      headers: '',
      error: error instanceof Error ? error.message : String(error),
    };
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
