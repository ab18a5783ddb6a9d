import { Blocked } from '../blocked.js';
import type { Question } from '../question.js';
import type { Scheme, Stage } from '../stage.js';

export interface WithinActNeeds {
  /** DCM and the bank are ready for the bank's own requests (steps 1 to 11). */
  readonly ready: () => Promise<void>;
  readonly scheme: () => Scheme;
  /** The login behind an external id; undefined when it is nobody's that the walk knows. */
  readonly loginOf: (externalId: string) => string | undefined;
}

/** Milliseconds for which DCM keeps the bank's request waiting at the most. */
const longestHoldMs = 30_000;
const patienceMs = 10_000;
const cause = 'createCustomer during a reverse call';

/**
 * For a bank that accepts tokens only about a request of its own that is under way (`bank.probes: within-act`): it is
 * made to create the customer that the question is about, DCM keeps that request waiting while the question is put,
 * and refuses it afterwards, so that nothing comes of it. Questions about key keepers are put as they are: their
 * entities are created by DCM's acts, not by the bank's.
 */
export function createWithinAct(stage: Stage, { ready, scheme, loginOf }: WithinActNeeds) {
  const { control, block } = stage.dcm;
  const isKeeper = (obj: string) => stage.bank.keyKeepers.some(({ external_id }) => external_id === obj);

  return async <Answer>(
    { method, obj: asked, within: obj = asked }: Question,
    send: () => Promise<Answer>,
  ): Promise<Answer> => {
    if (isKeeper(obj)) return send();
    await ready();
    const login = method === 'user_auth' ? obj : (loginOf(obj) ?? stage.bank.unknown.login);
    const allowed = stage.patience.allow(cause, patienceMs);
    const operation = 'createCustomer';
    await control.addFault({ body: { kind: 'hold', operation, ms: longestHoldMs } });
    await control.addFault({ body: { kind: 'answer', operation, status: 503 } });
    const employee = stage.bank.firstEmployee;
    const acting = stage.driver
      .act('create-customers', { ...block, scheme: scheme(), employee }, { customers: [{ login }] })
      .catch((error: Error) => error);
    const begun = stage.now();
    const { held } = await control.awaitHeld({ body: { timeout_ms: Math.round(allowed.ms) } });
    if (held === 0) stage.patience.inVain(cause, stage.now() - begun, 'no createCustomer was received');
    else stage.patience.came(cause);
    if (held === 0) {
      await control.clearFaults({});
      throw new Blocked(
        `have the bank create ${login}, so that it can be called meanwhile: no createCustomer was received`,
      );
    }
    try {
      return await send();
    } finally {
      await control.releaseHeld({ body: {} });
      await acting;
    }
  };
}
