import { createHmac } from 'node:crypto';
import { jwtVerify } from 'jose';
import { claims, tokenHeader } from '../../contract/bank-service.js';
import type { InAnswer, OutRequest, Transport } from '../../contract/wire/transport.js';
import { simulatedScheme } from '../domain/delivery-attempt.js';
import type { DcmKeys } from '../keys.js';

/**
 * The banks that the mock plays itself, behind URLs `simulated://alias/...`: they check DCM's token like any bank,
 * know every user whose external id or login they issued, and accept every callback. They have no state: their
 * secrets are derived from DCM's own.
 */
export function withSimulatedBanks(transport: Transport, keys: DcmKeys, now: () => number): Transport {
  const secretOf = (externalId: string) =>
    createHmac('sha256', keys.secret).update(`simulated bank\0${externalId}`).digest('base64url');

  async function objectOf(request: OutRequest): Promise<string | undefined> {
    try {
      const { payload } = await jwtVerify(request.headers[tokenHeader] ?? '', keys.signing.publicJwk, {
        algorithms: ['RS256'],
        currentDate: new Date(now()),
      });
      return claims.parse(payload).obj;
    } catch {
      return undefined;
    }
  }

  async function answer(request: OutRequest): Promise<InAnswer> {
    const { pathname } = new URL(request.url);
    if (request.method === 'POST') return json(200, {});
    const obj = await objectOf(request);
    if (obj === undefined) return json(401, {});
    if (pathname === '/user_auth')
      return json(200, { external_id: `sim-${obj}`, key: secretOf(`sim-${obj}`) });
    if (!obj.startsWith('sim-')) return json(401, {});
    if (pathname === '/key') return json(200, { key: secretOf(obj) });
    return json(200, { external_id: obj });
  }

  return (request) => (request.url.startsWith(simulatedScheme) ? answer(request) : transport(request));
}

const json = (status: number, body: object): InAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  text: JSON.stringify(body),
});
