import {
  type AuthorizationMethod,
  authorizationLimitMs,
  type CallbackKind,
  type Claims,
  callbackPath,
  tokenHeader,
} from '../../contract/bank-service.js';
import { forgeToken, type TokenDefect } from '../../contract/token-forge.js';
import { TransportError } from '../../contract/wire/transport.js';
import { withoutSlash } from '../../contract/without-slash.js';
import type { Center } from '../domain/center.js';
import type { Counterparty } from '../domain/counterparties-collection.js';
import { Refusal } from '../domain/refusal.js';
import type { DcmKeys } from '../keys.js';
import { urlOf } from './answers.js';
import { type About, createExchange, type ExchangeParts, type Recorded } from './exchange.js';
import { judgeAnswer, judgeCallback, judgeSignature } from './judge.js';
import { judgeDefect } from './judge-defect.js';
import { posted } from './posted.js';
import type { ServedSecrets } from './served-secrets.js';
import { signToken } from './tokens.js';

type Parts = ExchangeParts &
  Pick<Center, 'profile' | 'chance'> & { readonly keys: DcmKeys; readonly served: ServedSecrets };

/** A request to a bank that no operation needs; `repeats` is the number of the entry that it is sent again from. */
interface Choice {
  readonly counterparty: Counterparty;
  readonly repeats?: number | undefined;
}

export interface Question extends Choice, Pick<Claims, 'flow' | 'obj' | 'sub'> {
  readonly method: AuthorizationMethod;
  readonly defect?: TokenDefect | undefined;
  /** URL of the mock, which shows foreign keys as well. */
  readonly dcmUrl?: string | undefined;
}

export interface Notice extends Choice {
  readonly kind: CallbackKind;
  readonly body: object;
}

/** Why there is no response of a bank that nobody waits for any more. */
const cutShort = 'the mock was stopped before the bank answered; it may have received the request';

const seqOf = ({ seq }: Recorded): number => seq;

/** Has DCM call a bank because a person wants it. Each method returns the number of the exchange in the journal. */
export function createBankByChoice(parts: Parts) {
  const { wallClock, profile, chance, keys, served } = parts;
  const exchange = createExchange(parts);

  /** @throws {Refusal} `control-conflict` if this machine could not send it */
  async function send(request: Parameters<typeof exchange>[0], about: Omit<About, 'cause'>) {
    return exchange(request, { ...about, cause: 0 }).catch((error: unknown) => {
      if (!(error instanceof TransportError)) throw error;
      const problem = error.code === 'ABORTED' ? cutShort : `not sent: ${error.message}`;
      throw new Refusal('control-conflict', { problem });
    });
  }

  const missing = (what: string) =>
    new Refusal('control-conflict', { problem: `the counterparty has no ${what}: set it and try again` });

  return {
    async ask({ counterparty, method, flow, obj, sub, defect, dcmUrl, repeats }: Question): Promise<number> {
      const url = urlOf(counterparty, method);
      if (url === '') throw missing(`URL for /${method}`);
      const iat = Math.floor(wallClock.now() / 1000);
      const claims: Claims = { flow, obj, sub, iat, exp: iat + profile().dcm_token_ttl_s };
      const about = {
        id: () => chance.uuid('jti', 'v4'),
        audience: () => [counterparty.alias, new URL(url).origin],
      };
      const token =
        defect === undefined
          ? await signToken(keys.signing, claims, profile(), about)
          : forgeToken({ ...keys.signing, ...(dcmUrl === undefined ? {} : { dcmUrl }) }, claims, defect);
      const headers = {
        accept: 'application/json',
        ...(token === undefined ? {} : { [tokenHeader]: token }),
      };
      const outcome = await send(
        { method: 'GET', url, headers, timeoutMs: authorizationLimitMs },
        {
          operation: method,
          counterparty_guid: counterparty.guid,
          claims,
          repeats,
          judge: (answer) =>
            defect === undefined || answer.status === 0
              ? judgeAnswer(method, answer)
              : judgeDefect(defect, answer),
          leaks: ({ status, headers: given, body }) =>
            status !== 200 && served.areIn(body, given, [obj, sub]),
        },
      );
      if (outcome.status === 200) served.note(outcome.body);
      return outcome.seq;
    },

    async notify({ counterparty, kind, body, repeats }: Notice): Promise<number> {
      if (counterparty.callback_url === '') throw missing('callback_url');
      const url = withoutSlash(counterparty.callback_url) + callbackPath(kind);
      return send(posted(url, body, profile().callback_timeout_ms), {
        operation: kind,
        counterparty_guid: counterparty.guid,
        repeats,
        judge: judgeCallback,
      }).then(seqOf);
    },

    async sign({ counterparty, body, repeats }: Omit<Notice, 'kind'>): Promise<number> {
      if (counterparty.sign_url === '') throw missing('sign_url');
      return send(posted(counterparty.sign_url, body, profile().sign_timeout_ms), {
        operation: 'sign',
        counterparty_guid: counterparty.guid,
        repeats,
        judge: judgeSignature,
      }).then(seqOf);
    },
  };
}

export type BankByChoice = ReturnType<typeof createBankByChoice>;
