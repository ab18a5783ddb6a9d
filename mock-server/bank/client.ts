import {
  type AuthorizationMethod,
  authorizationAnswers,
  authorizationLimitMs,
  type Claims,
  signAnswer,
  tokenHeader,
} from '../../contract/bank-service.js';
import { TransportError } from '../../contract/wire/transport.js';
import { noteAsked, subjectOf } from '../domain/call.js';
import type { Bank, Center } from '../domain/center.js';
import { requireFit } from '../domain/own-token.js';
import { Refusal } from '../domain/refusal.js';
import { nextVariation } from '../domain/tolerances.js';
import type { DcmKeys } from '../keys.js';
import { urlOf } from './answers.js';
import { createExchange, type ExchangeParts, type Outcome } from './exchange.js';
import { judgeAnswer, judgeCallback, judgeSignature, problemOf, signProblem } from './judge.js';
import { posted } from './posted.js';
import { createServedSecrets, type ServedSecrets } from './served-secrets.js';
import { signToken } from './tokens.js';
import { strayHeaders, variedMembers } from './vary.js';

type Needs = ExchangeParts &
  Pick<Center, 'profile' | 'chance'> & {
    readonly keys: DcmKeys;
    /** Called with the reason why this machine could not send a callback. */
    readonly report: (error: unknown) => void;
    /** Secrets that banks have served before. */
    readonly served?: ServedSecrets | undefined;
  };

/** The refusal for each value of the option `declined_status`. */
const declinedBy = { 400: 'declined-400', 401: 'declined', 403: 'declined-403' } as const;

/** The refusal for a response that cannot be used. */
function failedBy(method: AuthorizationMethod, { late, error, status }: Outcome, cause: string): Refusal {
  const facts = { method, cause };
  if (late) return new Refusal('bank-timeout', facts);
  if (error) return new Refusal('bank-unreachable', facts);
  return status === 200 ? new Refusal('bank-body', facts) : new Refusal('bank-status', { ...facts, status });
}

/** Calls banks: reverse calls and callbacks. Each exchange goes into the journal. */
export function createBank({
  wallClock,
  ledgerClock,
  profile,
  chance,
  journal,
  keys,
  transport,
  report,
  served: secrets = createServedSecrets(),
}: Needs): Bank {
  const exchange = createExchange({ wallClock, ledgerClock, journal, transport });

  return {
    async ask(call, counterparty, { method, flow, obj }) {
      const { actor } = call;
      const own = actor.kind === 'bank' ? actor : undefined;
      if (own) requireFit(call, own, { flow, obj });
      const iat = Math.floor(wallClock.now() / 1000);
      const made: Claims = { flow, obj, sub: subjectOf(call), iat, exp: iat + profile().dcm_token_ttl_s };
      const forwarded = profile().callback_token === 'bank' ? own : undefined;
      const claims = forwarded?.claims ?? made;
      const url = urlOf(counterparty, method);
      if (!url) throw new Refusal('bank-no-url', { method, cause: `no URL for /${method} is registered` });
      const variation = nextVariation({ chance, profile }, 'token');
      const about = {
        id: () => chance.uuid('jti', 'v4'),
        audience: () => [counterparty.alias, new URL(url).origin],
        variation,
      };
      const token = forwarded?.token ?? (await signToken(keys.signing, made, profile(), about));
      const outcome = await exchange(
        {
          method: 'GET',
          url,
          headers: { accept: 'application/json', [tokenHeader]: token, ...strayHeaders(variation) },
          timeoutMs: authorizationLimitMs,
          kept: profile().connections === 'kept',
        },
        {
          operation: method,
          counterparty_guid: counterparty.guid,
          cause: call.seq,
          claims,
          judge: (answer) => judgeAnswer(method, answer),
          leaks: ({ status, headers, body }) =>
            status !== 200 && secrets.areIn(body, headers, [claims.obj, claims.sub]),
        },
      );
      noteAsked(call, method, outcome.seq);
      if (outcome.status === 401)
        throw new Refusal(declinedBy[profile().declined_status], { method, flow: claims.flow });
      if (outcome.status === 200) secrets.note(outcome.body);
      const cause = problemOf(method, outcome);
      if (cause) throw failedBy(method, outcome, cause);
      // The schema was chosen by `method`, which the compiler cannot follow through the table.
      return authorizationAnswers[method].parse(outcome.body) as never;
    },

    async sign(call, counterparty, request) {
      const outcome = await exchange(posted(counterparty.sign_url, request, profile().sign_timeout_ms), {
        operation: 'sign',
        counterparty_guid: counterparty.guid,
        cause: call.seq,
        judge: judgeSignature,
      });
      noteAsked(call, 'sign', outcome.seq);
      const { status, body } = outcome;
      const problem = signProblem(outcome);
      return problem ? { status, problem } : { status, problem, body: signAnswer.parse(body) };
    },

    async notify({ url, kind, counterparty_guid, transaction_id, cause }) {
      const at = ledgerClock.timestamp();
      const variation = nextVariation({ chance, profile }, 'callback');
      const body = variedMembers({ transaction_id }, variation);
      const outcome = await exchange(
        posted(url, body, profile().callback_timeout_ms, strayHeaders(variation)),
        {
          operation: kind,
          counterparty_guid,
          cause,
          judge: judgeCallback,
        },
      ).catch((error: unknown): undefined => {
        if (!(error instanceof TransportError && error.code === 'ABORTED')) report(error);
      });
      return (
        outcome && { at, status: outcome.status, error: outcome.error, ms: outcome.ms, seq: outcome.seq }
      );
    },
  };
}
