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
  /** Makes the id of an act. */
  readonly newId: () => string;
  /** Follows what the bank has only begun. */
  readonly aftermath: Aftermath;
  /** Sends a request as the bank's certificates and its gateway need it. */
  readonly send: Transport;
}

/** Orders acts by `POST {url}`. */
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
