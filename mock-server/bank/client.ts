import {
  type AuthorizationMethod,
  authorizationAnswers,
  authorizationLimitMs,
  type Claims,
  signAnswer,
  tokenHeader,
} from '../../contract/bank-service.js';
import type { Finding } from '../../contract/control/journal.js';
import { catalogue, type RuleId } from '../../contract/rules/index.js';
import { causeOf } from '../../contract/wire/cause.js';
import {
  type InAnswer,
  type OutRequest,
  type Transport,
  TransportError,
} from '../../contract/wire/transport.js';
import { subjectOf } from '../domain/call.js';
import type { Bank, Center } from '../domain/center.js';
import { requireFit } from '../domain/own-token.js';
import { Refusal } from '../domain/refusal.js';
import type { Journal } from '../journal/journal.js';
import type { DcmKeys } from '../keys.js';
import { bodyOf, tooLong, urlOf } from './answers.js';
import { createServedSecrets, type ServedSecrets } from './served-secrets.js';
import { signToken } from './tokens.js';

const ruleOf: Readonly<Record<AuthorizationMethod, RuleId>> = {
  user_auth: 'AUTH-01',
  key: 'AUTH-02',
  external_id: 'AUTH-03',
};

type Needs = Pick<Center, 'wall' | 'ledger' | 'profile'> & {
  readonly journal: Journal;
  readonly keys: DcmKeys;
  readonly transport: Transport;
  /** Told why this machine could not send a callback. */
  readonly report: (error: unknown) => void;
  /** Secrets that banks have served before. */
  readonly served?: ServedSecrets | undefined;
};

/** Calls banks: the questions to their authorization service, and the callbacks. Each exchange goes into the journal. */
export function createBank({
  wall,
  ledger,
  profile,
  journal,
  keys,
  transport,
  report,
  served: secrets = createServedSecrets(),
}: Needs): Bank {
  interface About {
    readonly operation: string;
    readonly counterparty_guid: string;
    readonly cause: number;
    readonly claims?: Claims;
    readonly judge: (answer: Outcome) => Finding[];
    /** Whether the answer is a refusal that tells a secret. */
    readonly leaks?: (answer: Outcome) => boolean;
  }
  interface Outcome {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
    readonly error: string;
    /** No answer within the limit. */
    readonly late: boolean;
    readonly ms: number;
  }

  /**
   * Sends once and records; what went wrong is in `error`. An exchange that did not come about by this machine's own
   * fault is none, and says nothing about a bank.
   * @throws {TransportError} which is `own`
   */
  async function exchange(request: OutRequest, about: About): Promise<Outcome> {
    const seq = journal.nextSeq();
    const at = ledger.timestamp();
    const begun = wall.now();
    let answer: InAnswer | undefined;
    let failed: TransportError | undefined;
    try {
      answer = await transport(request);
    } catch (problem) {
      failed = problem instanceof TransportError ? problem : new TransportError(causeOf(problem));
      if (failed.own) throw failed;
    }
    const ms = answer?.ms ?? failed?.ms ?? wall.now() - begun;
    const body = bodyOf(answer?.text ?? '');
    const error = failed?.message ?? '';
    const headers = answer?.headers ?? {};
    const outcome = {
      status: answer?.status ?? 0,
      headers,
      body,
      error,
      late: failed?.code === 'ETIMEDOUT',
      ms,
    };
    const leaks = about.leaks?.(outcome) === true;
    journal.record({
      seq,
      at,
      direction: 'out',
      operation: about.operation,
      counterparty_guid: about.counterparty_guid,
      method: request.method,
      url: request.url,
      requestHeaders: request.headers,
      requestBody: request.body === undefined ? undefined : bodyOf(request.body),
      requestText: request.body,
      status: outcome.status,
      responseHeaders: leaks ? {} : headers,
      responseBody: leaks ? leaking : body,
      responseText: leaks ? leaking : answer?.text,
      ms,
      cause: about.cause,
      ...(about.claims ? { claims: about.claims } : {}),
      reason: '',
      error,
      findings: [
        ...about.judge(outcome),
        ...(leaks ? finding('AUTH-08', `a secret in the ${outcome.status} of /${about.operation}`) : []),
      ],
    });
    return outcome;
  }

  const finding = (rule: RuleId, text: string): Finding[] => [{ rule, level: catalogue[rule].level, text }];

  function problemOf(method: AuthorizationMethod, { status, body, error }: Outcome): string {
    if (error) return error;
    if (status !== 200) return `/${method} answered HTTP ${status}`;
    const parsed = authorizationAnswers[method].safeParse(body);
    if (parsed.success) return '';
    const [issue] = parsed.error.issues;
    return `/${method} answered 200 with an unusable body: ${issue?.path.join('.') || 'body'}: ${issue?.message}`;
  }

  function signProblem({ status, body, error }: Outcome): string {
    if (error) return error;
    if (status !== 200) return `the bank answered HTTP ${status}`;
    return signAnswer.safeParse(body).success
      ? ''
      : 'the bank answered 200 without address and transaction_xdr';
  }

  return {
    async ask(call, counterparty, { method, flow, obj }) {
      const { actor } = call;
      const own = actor.kind === 'bank' ? actor : undefined;
      if (own) requireFit(call, own, { flow, obj });
      const iat = Math.floor(wall.now() / 1000);
      const made: Claims = { flow, obj, sub: subjectOf(call), iat, exp: iat + profile().dcm_token_ttl_s };
      const forwarded = profile().callback_token === 'bank' ? own : undefined;
      const claims = forwarded?.claims ?? made;
      const url = urlOf(counterparty, method);
      if (!url) throw new Refusal('bank-failed', { cause: `no URL for /${method} is registered` });
      const token = forwarded?.token ?? (await signToken(keys.signing, made));
      const outcome = await exchange(
        {
          method: 'GET',
          url,
          headers: { accept: 'application/json', [tokenHeader]: token },
          timeoutMs: authorizationLimitMs,
        },
        {
          operation: method,
          counterparty_guid: counterparty.guid,
          cause: call.seq,
          claims,
          judge: (answer) => {
            if (answer.late) return finding('AUTH-04', answer.error);
            const problem = answer.status === 401 ? '' : problemOf(method, answer);
            return problem ? finding(tooLong(answer.body) ? 'AUTH-07' : ruleOf[method], problem) : [];
          },
          leaks: ({ status, headers, body }) =>
            status !== 200 && secrets.areIn(body, headers, [claims.obj, claims.sub]),
        },
      );
      if (outcome.status === 401)
        throw new Refusal(profile().declined_status === 401 ? 'declined' : 'declined-400');
      if (outcome.status === 200) secrets.note(outcome.body);
      const cause = problemOf(method, outcome);
      if (cause) throw new Refusal('bank-failed', { cause });
      // The schema was chosen by `method`, which the compiler cannot follow through the table.
      return authorizationAnswers[method].parse(outcome.body) as never;
    },

    async sign(call, counterparty, request) {
      const outcome = await exchange(
        {
          method: 'POST',
          url: counterparty.sign_url,
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          body: JSON.stringify(request),
          timeoutMs: profile().sign_timeout_ms,
        },
        {
          operation: 'sign',
          counterparty_guid: counterparty.guid,
          cause: call.seq,
          judge: (answer) =>
            [400, 401, 404].includes(answer.status) || signProblem(answer) === ''
              ? []
              : finding('SIGN-01', signProblem(answer)),
        },
      );
      const { status, body } = outcome;
      const problem = signProblem(outcome);
      return problem ? { status, problem } : { status, problem, body: signAnswer.parse(body) };
    },

    async notify({ url, kind, counterparty_guid, transaction_id, cause }) {
      const at = ledger.timestamp();
      const outcome = await exchange(
        {
          method: 'POST',
          url,
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          body: JSON.stringify({ transaction_id }),
          timeoutMs: profile().callback_timeout_ms,
        },
        {
          operation: kind,
          counterparty_guid,
          cause,
          judge: (answer) =>
            answer.status === 200
              ? []
              : finding('CALLBACK-01', answer.error || `answered HTTP ${answer.status}`),
        },
      ).catch((error: unknown): undefined => {
        if (!(error instanceof TransportError && error.code === 'ABORTED')) report(error);
      });
      return outcome && { at, status: outcome.status, error: outcome.error, ms: outcome.ms };
    },
  };
}

/** What is recorded of a refusal that tells a secret. */
const leaking = '[not shown: it holds a secret]';
