import type { Claims } from '../../contract/bank-service.js';
import type { Finding } from '../../contract/control/journal.js';
import { causeOf } from '../../contract/wire/cause.js';
import {
  type InAnswer,
  type OutRequest,
  type Transport,
  TransportError,
} from '../../contract/wire/transport.js';
import type { Center } from '../domain/center.js';
import type { Journal } from '../journal/journal.js';
import { bodyOf } from './answers.js';
import { finding } from './finding.js';

/** What a request to a bank is about, for the journal. */
export interface About {
  readonly operation: string;
  readonly counterparty_guid: string;
  readonly cause: number;
  readonly repeats?: number | undefined;
  readonly claims?: Claims;
  readonly judge: (answer: Outcome) => Finding[];
  /** Whether the response is a refusal that reveals a secret. */
  readonly leaks?: (answer: Outcome) => boolean;
}

/** What a bank answered, or why it did not. */
export interface Outcome {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly error: string;
  /** No response within the limit. */
  readonly late: boolean;
  readonly ms: number;
}

/** The same, with the number of the exchange in the journal. */
export interface Recorded extends Outcome {
  readonly seq: number;
}

export type ExchangeParts = Pick<Center, 'wallClock' | 'ledgerClock'> & {
  readonly journal: Journal;
  readonly transport: Transport;
};

/** What is recorded instead of a refusal that reveals a secret. */
const leaking = '[not shown: it holds a secret]';

/** Sends requests to banks, one exchange in the journal for each. */
export function createExchange({ wallClock, ledgerClock, journal, transport }: ExchangeParts) {
  async function send(request: OutRequest): Promise<{ answer?: InAnswer; failed?: TransportError }> {
    try {
      return { answer: await transport(request) };
    } catch (problem) {
      const failed = problem instanceof TransportError ? problem : new TransportError(causeOf(problem));
      if (failed.own) throw failed;
      return { failed };
    }
  }

  /**
   * Sends once and records; what went wrong is in `error`. An exchange that failed because of this machine is not
   * recorded, and says nothing about a bank.
   * @throws {TransportError} which is `own`
   */
  return async (request: OutRequest, about: About): Promise<Recorded> => {
    const seq = journal.nextSeq();
    const at = ledgerClock.timestamp();
    const begun = wallClock.now();
    const { answer, failed } = await send(request);
    const ms = answer?.ms ?? failed?.ms ?? wallClock.now() - begun;
    const body = bodyOf(answer?.text ?? '');
    const error = failed?.message ?? '';
    const headers = answer?.headers ?? {};
    const outcome = {
      seq,
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
      repeats: about.repeats,
      ...(about.claims ? { claims: about.claims } : {}),
      reason: '',
      error,
      findings: [
        ...about.judge(outcome),
        ...(leaks ? finding('AUTH-08', `a secret in the ${outcome.status} of /${about.operation}`) : []),
      ],
    });
    return outcome;
  };
}
