import type { LoadResult, LoadStage, StageVerdict } from '../../contract/load.js';

/** Hand-written results of a measurement. */

const spread = (p99_ms: number) => ({
  p50_ms: 4.2,
  p90_ms: 9.81,
  p99_ms,
  p999_ms: p99_ms * 1.1,
  max_ms: p99_ms * 1.2,
});

const counts = (due: number, in_time: number, failed = 0) => ({ due, in_time, failed });

export function stageOf(rate: number, verdict: StageVerdict, p99_ms: number): LoadStage {
  const late = verdict === 'held' ? 0 : 40;
  return {
    verdict,
    rate,
    seconds: 60,
    cut: false,
    kinds: (['user_auth', 'key', 'external_id'] as const).map((kind) => ({
      kind,
      limit_ms: 1000,
      ...counts(1000, 1000 - late, verdict === 'broken' ? 7 : 0),
      ...spread(p99_ms),
    })),
    all: { ...counts(3000, 3000 - 3 * late, verdict === 'broken' ? 21 : 0), ...spread(p99_ms) },
    generator: { p99_ms: 1.43, max_ms: 12, to_blame: verdict === 'not-measured' ? 120 : 0 },
    faults:
      verdict === 'broken'
        ? [
            {
              kind: 'key',
              fault: 'server-error',
              count: 21,
              example: 'kk-1: /key answered HTTP 503 {"error":"<b>pool</b> exhausted"}',
              fix: 'look there',
            },
          ]
        : [],
    slices: Array.from({ length: 60 }, (_, at_s) => ({
      at_s,
      ...counts(50, 50),
      p50_ms: 4 + Math.sin(at_s / 5),
      p99_ms: at_s === 30 ? p99_ms : p99_ms / 4 + (at_s % 7),
      max_ms: at_s === 30 ? p99_ms * 1.2 : p99_ms / 2 + (at_s % 11),
    })),
  };
}

const base: LoadResult = {
  verdict: 'held',
  exit_code: 0,
  target: 'bank1',
  started_at: '2026-05-04T09:30:00.000Z',
  ms: 61_000,
  limit_ms: 1000,
  transfer_limit_ms: null,
  rate: 50,
  ramp: null,
  stages: [stageOf(50, 'held', 180)],
  left_out: [],
  at_rest: null,
  note: '',
  versions: { dcm: '0.1.0', node: '20.20.2' },
};

export const held = (): LoadResult => base;

export const broken = (): LoadResult => ({
  ...base,
  verdict: 'broken',
  exit_code: 1,
  transfer_limit_ms: 5000,
  stages: [stageOf(50, 'broken', 2300)],
  left_out: ['user_auth'],
});

export const notMeasured = (): LoadResult => ({
  ...base,
  verdict: 'not-measured',
  exit_code: 3,
  stages: [stageOf(50, 'not-measured', 1800)],
});

export const searched = (): LoadResult => ({
  ...base,
  rate: null,
  ramp: { from: 10, to: 200, found: 130 },
  stages: [
    stageOf(10, 'held', 12),
    stageOf(20, 'held', 14),
    stageOf(40, 'held', 19),
    stageOf(80, 'held', 48),
    stageOf(160, 'broken', 2600),
    stageOf(160, 'broken', 2800),
    stageOf(120, 'held', 210),
    stageOf(140, 'broken', 1400),
    stageOf(140, 'broken', 1300),
    stageOf(130, 'held', 640),
  ],
});

export const endedEarly = (): LoadResult => ({
  ...base,
  verdict: 'error',
  exit_code: 3,
  stages: [],
  note: 'ended by SIGINT',
});

export const amissAtRest = (): LoadResult => ({
  ...base,
  verdict: 'not-measured',
  exit_code: 3,
  stages: [],
  at_rest: {
    kind: 'key',
    fault: 'unauthorized',
    count: 1,
    example: 'kk-1: /key answered HTTP 401',
    fix: 'check the clock',
  },
});
