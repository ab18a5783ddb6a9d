import { type Act, type ActAnswer, actAnswer } from '../../contract/driver.js';
import type { BankReply, BankRequest } from '../stage.js';
import { ActNotSupported, type Driver, DriverError } from './driver.js';

export interface HttpDriverOptions {
  readonly url: string;
  readonly token?: string;
  readonly timeoutS: number;
  /** Makes the id of an act. */
  readonly newId: () => string;
  /** Sends a request as the bank's certificates and its gateway need it; plain `fetch` without one. */
  readonly send?: (request: BankRequest) => Promise<Pick<BankReply, 'status' | 'text'>>;
}

/** Orders acts by `POST {url}`. */
export function createHttpDriver({ url, token, timeoutS, newId, send = plain }: HttpDriverOptions): Driver {
  async function order(act: Act, body: string): Promise<Pick<BankReply, 'status' | 'text'>> {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    try {
      return await send({ method: 'POST', url, headers, body, timeoutMs: timeoutS * 1000 });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      throw new DriverError(
        `act ${act}: no answer of ${url}: ${cause instanceof Error ? cause.message : cause}`,
      );
    }
  }

  return {
    async act(act, dcm, input): Promise<ActAnswer> {
      const { status, text } = await order(act, JSON.stringify({ act, id: newId(), dcm, input }));
      if (status === 501) throw new ActNotSupported(act);
      if (status === 202) return { ok: true };
      const parsed = actAnswer.safeParse(readJson(text));
      if (status === 200 && parsed.success) return parsed.data;
      throw new DriverError(`act ${act}: HTTP ${status} ${text.slice(0, 200)}`);
    },
  };
}

async function plain({
  url,
  timeoutMs,
  ...request
}: BankRequest): Promise<Pick<BankReply, 'status' | 'text'>> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(timeoutMs) });
  return { status: response.status, text: await response.text() };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
