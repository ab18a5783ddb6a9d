import type { Act, ActAnswer, ActInput } from '../../contract/driver.js';
import { Blocked, LeftOut } from '../blocked.js';
import { ActNotSupported, DriverError } from '../drivers/driver.js';
import { CannotBeDone } from '../drivers/person.js';
import type { Scheme, Stage } from '../stage.js';

const isOfDriver = (error: unknown): error is Error =>
  error instanceof ActNotSupported || error instanceof DriverError;

/** The bank has not answered: it was not the driver or a person that said no. */
const isSilence = (error: unknown): error is DriverError =>
  error instanceof DriverError && !(error instanceof CannotBeDone);

/** What is faster was no waiting. */
const noticeableMs = 1000;
/** An act that DCM refuses as late as that has been waited for in vain. */
const slowRefusalMs = 5000;

/** Orders of single acts through the driver, within the time that a bank is given. */
export function createOrders(stage: Stage, scheme: () => Scheme) {
  const { dcm, bank, driver, patience } = stage;

  /** An answer, or an error once the bank has had the time that is left for it. */
  async function answerInTime(
    name: Act,
    ask: () => Promise<ActAnswer>,
    causes: readonly string[],
  ): Promise<ActAnswer> {
    const [allowed] = causes
      .map((cause) => patience.allow(cause, stage.actTimeoutS * 1000))
      .sort((a, b) => a.ms - b.ms);
    let cancel = () => {};
    const tooLate = new Promise<never>((_resolve, reject) => {
      if (!allowed?.brief) return;
      const words = `act ${name}: no answer within ${allowed.ms} ms; ${allowed.because}`;
      cancel = stage.after(allowed.ms, () => reject(new DriverError(words)));
    });
    return Promise.race([ask(), tooLate]).finally(() => cancel());
  }

  /** The bank did not answer: the time was lost. */
  function lost(error: DriverError, ms: number, [first = '', ...others]: readonly string[]): void {
    patience.inVain(first, ms, error.message);
    for (const cause of others) patience.inVain(cause, 0, error.message);
  }

  /** One act; a bank that did not answer before is waited for more briefly. */
  return async function order<Name extends Act>(
    name: Name,
    input: ActInput<Name>,
    employee = bank.firstEmployee,
  ): Promise<ActAnswer> {
    const causes = ['the driver', `act ${name}`];
    const block = { ...dcm.block, scheme: scheme(), employee };
    const begun = stage.now();
    try {
      const answer = await answerInTime(name, () => driver.act(name, block, input), causes);
      const ms = stage.now() - begun;
      for (const cause of causes) patience.came(cause, ms);
      if (!answer.ok && ms > slowRefusalMs) patience.lose(ms);
      return answer;
    } catch (error) {
      const ms = stage.now() - begun;
      if (isSilence(error) && ms >= noticeableMs) lost(error, ms, causes);
      if (error instanceof ActNotSupported && error.withoutDriver)
        throw new LeftOut(error.message, { cause: error });
      throw isOfDriver(error) ? new Blocked(error.message, { cause: error }) : error;
    }
  };
}
