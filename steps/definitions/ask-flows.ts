import { flows } from '../../contract/bank-service.js';
import { allCells, type Cell, inTurn, methods, oneOfEach } from '../cells.js';
import { accepted } from '../checks/answers.js';
import { isInTime } from '../exchange.js';
import { probeAtOnce } from '../probe-at-once.js';
import type { Question } from '../question.js';
import type { KnownCustomer } from '../walk/make-secret.js';
import type { DcmWorld } from '../world.js';

// A token has one of four flows. What a bank refuses under one of them only, it does not refuse.

type User = Pick<KnownCustomer, 'login' | 'externalId'>;

/** About whom DCM would ask there: entities of the bank are created in the name of their key keepers. */
function objectOf({ walk }: DcmWorld, user: User, { method, flow }: Cell): string {
  if (method === 'user_auth') return user.login;
  if (flow === 'sign-up-emission') return walk.keeper('identification').external_id;
  return flow === 'sign-up-processing' ? walk.keeper('processing').external_id : user.externalId;
}

/**
 * Where the bank accepts a valid token about the customer, or the key keeper: only there does a refusal say anything. No
 * page says which flow comes to which method, so what a bank refuses of them is not held against it.
 */
async function cellsOf(world: DcmWorld): Promise<readonly Cell[]> {
  const customer = world.recall('customer');
  const accepting = world.maybe('accepting') ?? methods;
  const { kid } = world.stage.dcm.signing();
  const asked = allCells.filter(({ method }) => accepting.includes(method));
  const name = JSON.stringify(['flows', world.step, kid, customer.login, accepting]);
  const { answers } = world.walk.controls;
  let known = answers.get(name);
  if (known === undefined) {
    const came = [];
    // The flow sign-in was shown by the scenario itself.
    for (const flow of flows.slice(1)) {
      const cells = asked.filter((cell) => cell.flow === flow);
      const questions = cells.map((cell) => ({ ...cell, obj: objectOf(world, customer, cell) }));
      came.push(...(await probeAtOnce(world.stage, questions)));
    }
    if (came.every(isInTime)) answers.set(name, came);
    known = came;
  }
  const refusing = new Set(
    known.flatMap((seen) => {
      const { question } = seen;
      return question && !accepted(question.method).look(seen).ok
        ? [`${question.method} ${question.flow}`]
        : [];
    }),
  );
  return asked.filter(({ method, flow }) => !refusing.has(`${method} ${flow}`));
}

/** Puts a question with a mistake in it where a valid one is accepted. */
async function ask(
  world: DcmWorld,
  cells: readonly Cell[],
  more: (cell: Cell, index: number) => Partial<Question>,
): Promise<void> {
  const customer = world.recall('customer');
  const questions = cells.map(
    (cell, index): Question => ({ ...cell, obj: objectOf(world, customer, cell), ...more(cell, index) }),
  );
  world.answered(await probeAtOnce(world.stage, questions));
}

/**
 * The same mistake to each method, under another flow in each scenario; in a whole run under all of them.
 *
 * @param place of the scenario among those that are like it
 */
export async function askUnderFlows(world: DcmWorld, place: number, more: Partial<Question>): Promise<void> {
  const cells = await cellsOf(world);
  await ask(world, world.stage.whole ? cells : oneOfEach(cells, place), () => more);
}

/** A mistake about the user of a token: to every method and under every flow at least once. */
export async function askEverywhere(world: DcmWorld, more: (cell: Cell) => Partial<Question>): Promise<void> {
  const cells = await cellsOf(world);
  await ask(world, world.stage.whole ? cells : inTurn(cells, 0, flows.length), more);
}

/**
 * Several mistakes of one kind, each at one method under one flow; together they come to all methods and flows. In a whole
 * run each comes to all of them.
 */
export async function askInTurn(
  world: DcmWorld,
  place: number,
  mistakes: readonly Partial<Question>[],
): Promise<void> {
  const all = await cellsOf(world);
  const [first = {}] = mistakes;
  if (world.stage.whole) {
    const cells = mistakes.flatMap(() => all);
    return ask(world, cells, (_, index) => mistakes[Math.floor(index / all.length)] ?? first);
  }
  const count = Math.max(mistakes.length, flows.length);
  await ask(
    world,
    inTurn(all, place * flows.length, count),
    (_, index) => mistakes[index % mistakes.length] ?? first,
  );
}
