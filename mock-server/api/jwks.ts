import type { jwkOperations } from '../../contract/operations/jwks.js';
import type { Call } from '../domain/call.js';
import type { Domain } from '../domain/index.js';
import { callerOf, type Handlers } from './handler.js';

/** The bank's own keys (JWTA). */
export function jwkHandlers({ jwks, center }: Domain): Handlers<typeof jwkOperations> {
  const how = (call: Call) => ({ tell: (problem: string) => call.explain('BANKJWT-06', problem) });

  return {
    registerJwk: async ({ body }, { call }) => {
      const { guid } = await jwks.register(callerOf(call).guid, body.data, how(call));
      return { guid };
    },

    listJwks: async (_input, { call }) => ({
      keys: (await jwks.list(callerOf(call).guid)).map(({ guid, created_at, data }) => ({
        guid,
        created_at,
        data,
      })),
    }),

    updateJwk: async ({ params, body }, { call }) => {
      await jwks.update(callerOf(call).guid, params.jwk_guid, body.data, how(call));
      return {};
    },

    // The token was verified before. The returned one gives access to nothing (U-13).
    authenticateJwt: async () => ({
      session_token: Buffer.from(center.chance.bytes('jwt-check', 24)).toString('base64url'),
    }),
  };
}
