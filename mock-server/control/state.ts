import { keyOperations, type profileOperations, type stateOperations } from '../../contract/control/state.js';
import { defaultProfile, profileOptions } from '../../contract/profile/index.js';
import { readJson } from '../../contract/read-json.js';
import type { Handlers } from '../api/handler.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import { BadKeyError, type DcmKeys } from '../keys.js';
import { kidOf } from './kid.js';
import type { Steering } from './steering.js';

/** Clock and reset of the mock, and whether its state is being saved. */
export function stateHandlers({ center }: Domain, steering: Steering): Handlers<typeof stateOperations> {
  return {
    getClock: async () => steering.clock(),
    moveClock: ({ body }) => steering.moveClock(body.forward_s),
    getKeeping: async () => {
      const problem = center.store.trouble();
      return { kept: problem === undefined, problem: problem ?? '' };
    },
    reset: async () => {
      await steering.reset();
      return {};
    },
  };
}

/** The options in force. */
export function profileHandlers({ center }: Domain, steering: Steering): Handlers<typeof profileOperations> {
  return {
    getProfile: async () => ({
      profile: center.profile(),
      options: Object.entries(profileOptions).map(([name, { unknown, says }]) => ({
        name,
        default: defaultProfile[name as keyof typeof profileOptions],
        unknown,
        says: says.en,
      })),
    }),
    updateProfile: ({ body }) => steering.updateProfile(body),
  };
}

/** DCM's signing keys. */
export function keyHandlers(
  { center }: Domain,
  keys: DcmKeys,
  steering: Steering,
): Handlers<typeof keyOperations> {
  const view = () => ({ kid: keys.signing.kid, published: keys.published.map(({ kid }) => kid) });

  return {
    rotateKey: async ({ body }) => {
      await steering.remember();
      await keys.rotate(body.private_jwk, kidOf(body.private_jwk, center)).catch((error) => {
        throw error instanceof BadKeyError
          ? new Refusal('invalid-member', { member: 'private_jwk', problem: error.message })
          : error;
      });
      await steering.remember();
      return view();
    },
    showForeignKeys: async ({ params: { jwks } }) => {
      const shown = keyOperations.showForeignKeys.answer.safeParse(
        readJson(Buffer.from(jwks, 'base64url').toString(), undefined),
      );
      if (!shown.success)
        throw new Refusal('invalid-member', { member: 'jwks', problem: 'expected a JWKS in base64url' });
      return shown.data;
    },
    dropFormerKeys: async () => {
      await steering.remember();
      keys.dropFormer();
      await steering.remember();
      return view();
    },
  };
}
