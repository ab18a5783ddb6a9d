import { type Exchange, member } from './exchange.js';
import type { Stage } from './stage.js';

/** What the bank has answered to the harness's own questions in the run: secrets, and refusals that must have none. */
interface Heard {
  readonly secrets: Set<string>;
  readonly refusals: Exchange[];
  /** What `/user_auth` answered first about each login. */
  readonly first: Map<string, Exchange>;
}

/** All schemes of a run have one DCM. */
const runs = new WeakMap<Stage['dcm'], Heard>();

export function heardSoFar({ dcm }: Pick<Stage, 'dcm'>): Heard {
  const known = runs.get(dcm) ?? { secrets: new Set(), refusals: [], first: new Map() };
  runs.set(dcm, known);
  return known;
}

/** Notes an answer and gives it back. */
export function heard(stage: Pick<Stage, 'dcm'>, answer: Exchange): Exchange {
  const { secrets, refusals, first } = heardSoFar(stage);
  const key = member(answer, 'key');
  if (answer.status === 200 && typeof key === 'string') secrets.add(key);
  if (answer.status === 200 && answer.question?.method === 'user_auth' && !first.has(answer.obj))
    first.set(answer.obj, answer);
  if (answer.status !== 200 && answer.error === '') refusals.push(answer);
  return answer;
}
