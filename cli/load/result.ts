import type { FaultFigures, LeftOut, LoadResult, LoadVerdict } from '../../contract/load.js';
import { systemClock } from '../../mock-server/system.js';
import { packageVersion } from '../package.js';
import { judgeLoad, loadExitCode } from './judge.js';
import type { LoadPlan } from './options.js';
import type { Session } from './session.js';

export interface ResultOf {
  readonly plan: LoadPlan;
  readonly transfers: boolean;
  readonly session: Session;
  readonly target: string;
  readonly startedAt: number;
  readonly leftOut: readonly LeftOut[];
  /** What was not answered as expected even without load. */
  readonly atRest?: FaultFigures;
  /** Why it ended early; without it the measurement has ended as it should. */
  readonly broken?: string;
}

/** What was measured, with its verdict. */
export function loadResultOf(of: ResultOf): LoadResult {
  const { plan, session, startedAt, broken } = of;
  const { rate, ramp } = plan;
  const current = session.current?.();
  const stages = current === undefined ? session.stages : [...session.stages, current];
  const { found } = session;
  const verdict: LoadVerdict = broken === undefined ? judgeLoad(stages, { rate, found }) : 'error';
  return {
    verdict,
    exit_code: loadExitCode(verdict),
    target: of.target,
    started_at: new Date(startedAt).toISOString(),
    ms: systemClock.now() - startedAt,
    limit_ms: plan.limitMs,
    transfer_limit_ms: of.transfers ? plan.transferLimitMs : null,
    rate: rate ?? null,
    ramp: ramp === undefined ? null : { ...ramp, found: found ?? null },
    stages: [...stages],
    left_out: [...of.leftOut],
    at_rest: of.atRest ?? null,
    note: broken ?? '',
    versions: { dcm: packageVersion(), node: process.versions.node },
  };
}
