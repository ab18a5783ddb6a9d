import type { Exchange } from '../exchange.js';
import { probe, type Question } from '../probe.js';
import type { DcmWorld } from '../world.js';

export const methods = ['user_auth', 'key', 'external_id'] as const;

/**
 * The same question to each of the three methods, or to those that accept a valid token: one that does not (its address is
 * missing, say) is found once, where its answer is looked at, and hides nothing of the others.
 */
export async function askAll(
  world: DcmWorld,
  user: { login: string; externalId: string },
  more: Partial<Question> = {},
): Promise<void> {
  const answers: Exchange[] = [];
  for (const method of world.maybe('accepting') ?? methods) {
    const obj = method === 'user_auth' ? user.login : user.externalId;
    answers.push(await probe(world.stage, { method, obj, ...more }));
  }
  world.answered(answers);
}

export const askLogin = (world: DcmWorld, login: string): Promise<Exchange> =>
  probe(world.stage, { method: 'user_auth', obj: login, flow: 'sign-up' });

type Pair = readonly [Exchange, Exchange];

/** Two answers of a round. */
export function pair(exchanges: readonly Exchange[], from = 0): Pair {
  const [one, other] = exchanges.slice(from, from + 2);
  if (!one || !other) throw new Error('the round has fewer answers than the step needs');
  return [one, other];
}
