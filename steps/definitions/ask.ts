import type { Exchange } from '../exchange.js';
import { probe, type Question } from '../probe.js';
import type { DcmWorld } from '../world.js';

export const methods = ['user_auth', 'key', 'external_id'] as const;

/** The same question to each of the three methods. */
export async function askAll(
  world: DcmWorld,
  user: { login: string; externalId: string },
  more: Partial<Question> = {},
): Promise<void> {
  const answers: Exchange[] = [];
  for (const method of methods) {
    const obj = method === 'user_auth' ? user.login : user.externalId;
    answers.push(await probe(world.stage, { method, obj, ...more }));
  }
  world.answered(answers);
}
