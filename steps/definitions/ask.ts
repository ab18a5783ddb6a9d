import type { AuthorizationMethod } from '../../contract/bank-service.js';
import { methods } from '../cells.js';
import { accepted } from '../checks/answers.js';
import { type Exchange, isInTime } from '../exchange.js';
import { probe } from '../probe.js';
import { probeAtOnce } from '../probe-at-once.js';
import type { Question } from '../question.js';
import type { KnownCustomer } from '../walk/make-secret.js';
import type { DcmWorld } from '../world.js';

type User = Pick<KnownCustomer, 'login' | 'externalId'>;

/** The same question to several methods, about one user. */
const questionsAbout = (
  user: User,
  asked: readonly AuthorizationMethod[],
  more: Partial<Question> = {},
): Question[] =>
  asked.map((method) => ({ method, obj: method === 'user_auth' ? user.login : user.externalId, ...more }));

/**
 * The same question to each of the three methods, or to those that accept a valid token: one that does not (its address is
 * missing, say) is found once, where its answer is looked at, and hides nothing of the others.
 */
export async function askAll(world: DcmWorld, user: User, more: Partial<Question> = {}): Promise<void> {
  const asked = world.maybe('accepting') ?? methods;
  world.answered(await probeAtOnce(world.stage, questionsAbout(user, asked, more)));
}

/**
 * Questions that nothing is wrong with, put once in each step of the plan if they are answered well: what shows that the
 * bank refuses a mistake, and not all there is, holds for every mistake in a question about the same user.
 */
export async function askOnce(
  world: DcmWorld,
  asked: readonly Question[],
  ask: () => Promise<void>,
): Promise<void> {
  const { kid } = world.stage.dcm.signing();
  const name = JSON.stringify([world.step, kid, asked]);
  const known = world.walk.controls.answers.get(name);
  if (known !== undefined) return world.answered(known);
  await ask();
  const answers = world.recall('answers');
  const isWell = asked.every(({ method }, index) => {
    const seen = answers[index];
    return seen !== undefined && isInTime(seen) && accepted(method).look(seen).ok;
  });
  if (isWell) world.walk.controls.answers.set(name, answers);
}

/** What all three methods answer to a valid token. */
export const askAllOnce = (world: DcmWorld, user: User): Promise<void> =>
  askOnce(world, questionsAbout(user, methods), () => askAll(world, user));

export const askLogin = (world: DcmWorld, login: string): Promise<Exchange> =>
  probe(world.stage, { method: 'user_auth', obj: login, flow: 'sign-up' });

type Pair = readonly [Exchange, Exchange];

/** Two answers of a round. */
export function pair(exchanges: readonly Exchange[], from = 0): Pair {
  const [one, other] = exchanges.slice(from, from + 2);
  if (!one || !other) throw new Error('the round has fewer answers than the step needs');
  return [one, other];
}
