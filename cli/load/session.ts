import type { LoadKind, LoadStage } from '../../contract/load.js';
import type { WireTime } from '../../contract/wire/loop.js';
import { faultWords } from '../../reports/load/faults.js';
import type { Limits } from './gauge.js';
import { measure } from './measure.js';
import type { LoadPlan } from './options.js';
import { climb } from './ramp.js';
import { inTurn } from './shot.js';
import type { Sources } from './sources.js';

/** Milliseconds between two rates of a search, in which the bank comes to rest. */
const restMs = 500;

/** What has been measured, at any moment. */
export interface Session {
  readonly stages: LoadStage[];
  /** The stage that is being measured. */
  current?: (() => LoadStage) | undefined;
  /** The result of the search; undefined without one. */
  found?: number | null;
}

/** Hears how far the measurement is. */
export interface LoadProgress {
  begun(pace: { readonly rate: number; readonly seconds: number }, soFar: () => LoadStage): void;
  ended(stage: LoadStage): void;
}

/** Measures at the demanded rate, or searches for the highest one; `session` tells at any moment what there is. */
export async function runSession(
  time: WireTime,
  sources: Pick<Sources, 'byKind'>,
  plan: LoadPlan,
  session: Session,
  progress: LoadProgress,
): Promise<void> {
  const { limitMs, transferLimitMs, ramp, seconds } = plan;
  const limits: Limits = {
    user_auth: limitMs,
    key: limitMs,
    external_id: limitMs,
    transfer: transferLimitMs,
  };
  const kinds: readonly LoadKind[] = [...sources.byKind.keys()];
  const source = inTurn([...sources.byKind.values()]);

  async function measureAt(rate: number) {
    const pace = { rate, seconds };
    const stage = await measure({
      time,
      source,
      pace,
      kinds,
      limits,
      fixOf: (fault) => faultWords[fault].fix.en,
      cutWhenLost: ramp !== undefined,
      begun(soFar) {
        session.current = soFar;
        progress.begun(pace, soFar);
      },
    });
    session.current = undefined;
    session.stages.push(stage);
    progress.ended(stage);
    return stage.verdict;
  }

  if (ramp === undefined) {
    await measureAt(plan.rate ?? 1);
    return;
  }
  session.found = await climb(ramp, async (rate) => {
    if (session.stages.length > 0) await new Promise<void>((resolve) => void time.after(restMs, resolve));
    return measureAt(rate);
  });
}
