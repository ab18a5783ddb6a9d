import { type AuthorizationMethod, authorizationLimitMs, tokenHeader } from '../contract/bank-service.js';
import { curlAsk, curlPost } from '../contract/curl.js';
import { readJson } from '../contract/read-json.js';
import { forgeToken } from '../contract/token-forge.js';
import { causeOf } from '../contract/wire/cause.js';
import { type OutRequest, TransportError } from '../contract/wire/transport.js';
import { Blocked } from './blocked.js';
import { type Exchange, headerLines, isInTime } from './exchange.js';
import { impostorToken } from './impostor.js';
import type { Question } from './question.js';
import { heard } from './secrets-heard.js';
import { soundToken } from './sound-token.js';
import type { Stage } from './stage.js';
import { claimsOf } from './token-claims.js';

/** Milliseconds after which the harness stops waiting; longer than the second that a bank has, so that it is measured. */
const longestMs = 5000;

export function urlOf({ bank }: Stage, method: AuthorizationMethod): string {
  if (method === 'user_auth') return bank.user_auth_url;
  return method === 'key' ? bank.user_key_url : bank.user_id_url;
}

/**
 * Sends one question.
 * @throws {Blocked} when the bank is not asked there any more, since nothing came so often
 * @throws {TransportError} when this machine could not send it
 */
export async function probe(stage: Stage, question: Question): Promise<Exchange> {
  const { method, obj, sub = stage.bank.subjects.admin, flow = 'sign-in', defect } = question;
  const url = urlOf(stage, method);
  const answered = async () => {
    // Made when it is sent: a bank that is asked while it acts may take its time to act.
    const claims = claimsOf({ ...question, sub, flow }, stage.now());
    const signing = { ...(question.key ?? stage.dcm.signing()), dcmUrl: stage.dcm.block.base_url };
    const tokenOf = () =>
      defect ? forgeToken(signing, claims, defect) : soundToken(stage, signing, claims, url);
    const token = question.as ? await impostorToken(question.as, claims) : tokenOf();
    const headers = { accept: 'application/json', ...(token === undefined ? {} : { [tokenHeader]: token }) };
    // However briefly it is waited for, it is more than the second that is documented.
    const answer = await answerOf(stage, `/${method}`, { method: 'GET', url, headers, timeoutMs: longestMs });
    stage.patience.lose(answer.error === '' ? Math.max(0, answer.ms - authorizationLimitMs) : 0);
    stage.measured?.push({ method, ms: answer.ms, error: answer.error });
    return answer;
  };
  const { brief: _brief, ...outcome } = await (stage.whileActing
    ? stage.whileActing(question, answered)
    : answered());
  return heard(stage, {
    method: 'GET',
    url,
    requestBody: null,
    obj,
    curl: curlAsk(url, { ...question, sub, flow }),
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

/**
 * Sends the bank a JSON body, as DCM does at `/sign` and in callbacks.
 *
 * @param limitMs how long DCM waits there
 * @throws {Blocked} when nothing came of it and it was not waited for as long as that
 * @throws {TransportError} when this machine could not send it
 */
export async function post(stage: Stage, url: string, body: object, limitMs: number): Promise<Exchange> {
  const { brief, ...answer } = await answerOf(stage, new URL(url).pathname, {
    method: 'POST',
    url,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
    timeoutMs: limitMs,
  });
  if (brief !== '') throw new Blocked(brief);
  return { method: 'POST', url, requestBody: body, obj: '', curl: curlPost(url, body), ...answer };
}

type Answered = Pick<Exchange, 'status' | 'body' | 'headers' | 'error' | 'ms'>;

/** One request and what came of it; `brief` says why it was not waited for as long as it may take. */
async function answerOf(
  stage: Stage,
  cause: string,
  request: OutRequest,
): Promise<Answered & { readonly brief: string }> {
  const allowed = stage.patience.allow(cause, request.timeoutMs);
  const begun = stage.now();
  const took = (ms: number | undefined) => ms ?? stage.now() - begun;
  try {
    const answer = await stage.callBank({ ...request, timeoutMs: allowed.ms });
    const { status, text } = answer;
    const ms = took(answer.ms);
    stage.patience.came(cause, ms);
    const headers = headerLines(Object.entries(answer.headers));
    return { status, body: readJson(text, text), headers, error: '', ms, brief: '' };
  } catch (problem) {
    const failed = problem instanceof TransportError ? problem : undefined;
    if (failed?.own) throw failed;
    const error = causeOf(problem);
    const ms = took(failed?.ms);
    // What is refused at once costs nothing to try again.
    const waited = ms >= Math.min(allowed.ms, authorizationLimitMs);
    if (waited) stage.patience.inVain(cause, ms, error);
    const brief = waited && allowed.brief ? `${cause}: ${error}; ${allowed.because}` : '';
    return { status: 0, body: null, headers: '', error, ms, brief };
  }
}
