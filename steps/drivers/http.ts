import { type Act, type ActAnswer, actAnswer } from '../../contract/driver.js';
import { readJson } from '../../contract/read-json.js';
import { causeOf } from '../../contract/wire/cause.js';
import type { InAnswer, Transport } from '../../contract/wire/transport.js';
import type { Aftermath } from './aftermath.js';
import { ActNotSupported, type Driver, DriverError } from './driver.js';

export interface HttpDriverOptions {
  readonly url: string;
  readonly token?: string;
  readonly timeoutS: number;
  /** Creates the id of an act. */
  readonly newId: () => string;
  /** Follows an act that the bank has only started. */
  readonly aftermath: Aftermath;
  /** Sends a request with the certificates and headers that the bank and its gateway need. */
  readonly send: Transport;
}

/** Sends acts with `POST {url}`. */
export function createHttpDriver(options: HttpDriverOptions): Driver {
  const { url, token, timeoutS, newId, aftermath, send } = options;

  async function order(act: Act, body: string): Promise<InAnswer> {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    try {
      return await send({ method: 'POST', url, headers, body, timeoutMs: timeoutS * 1000 });
    } catch (error) {
      throw new DriverError(`act ${act}: no response from ${url}: ${causeOf(error)}`, { cause: error });
    }
  }

  return {
    async act(act, dcm, input): Promise<ActAnswer> {
      const after = await aftermath.last();
      const { status, text } = await order(act, JSON.stringify({ act, id: newId(), dcm, input }));
      if (status === 501) throw new ActNotSupported(act);
      if (status === 202) return aftermath.follow(act, dcm, input, after);
      const parsed = actAnswer.safeParse(readJson(text));
      if (status === 200 && parsed.success) return parsed.data;
      throw new DriverError(`act ${act}: HTTP ${status} ${text.slice(0, 200)}`);
    },
  };
}
