import type { LoadStage } from '../../contract/load.js';
import type { WireTime } from '../../contract/wire/loop.js';
import { createGate } from './gate.js';
import { createGauge, type GaugeOptions } from './gauge.js';
import { keepPace } from './pacer.js';
import type { Hit, Source } from './shot.js';

/** Seconds before a request is due at which it is prepared. */
const aheadS = 0.25;
/** Requests that wait for an answer at the same time, at most. */
const mostAtOnce = 1000;

export interface MeasureOptions extends GaugeOptions {
  readonly time: WireTime;
  readonly source: Source;
  /** Ends a stage as soon as its rate is not held for certain. */
  readonly cutWhenLost?: boolean;
  /** Receives a function that returns, at any moment, what was measured so far. */
  readonly begun?: (soFar: () => LoadStage) => void;
}

/** One stage: sends requests at a rate for some time, waits for the last answers, and says how they came. */
export async function measure(options: MeasureOptions): Promise<LoadStage> {
  const { time, source, pace, cutWhenLost = false } = options;
  const gauge = createGauge(options);
  options.begun?.(() => gauge.figures(true));
  const gate = createGate(mostAtOnce);
  const ahead = Math.ceil(pace.rate * aheadS) + 1;
  const ready = new Map<number, ReturnType<Source>>();
  const prepare = (index: number) => {
    const shot = source(index);
    // Whoever sends it sees the error.
    shot.catch(() => {});
    ready.set(index, shot);
    return shot;
  };
  await Promise.all(Array.from({ length: ahead }, (_, index) => prepare(index)));

  const open = new Set<Promise<void>>();
  let first: number | undefined;
  let failed: unknown;
  let cut = false;

  async function send(index: number, dueAt: number): Promise<void> {
    first ??= dueAt;
    const shot = await (ready.get(index) ?? prepare(index));
    ready.delete(index);
    prepare(index + ahead);
    const lateMs = time.now() - dueAt;
    // Waiting for a place is the bank's doing: it has that many requests to answer.
    await gate.enter();
    const sentAt = time.now();
    let hit: Hit;
    try {
      hit = await shot.send();
    } finally {
      gate.leave();
    }
    const endedAt = time.now();
    const unnoticedMs = hit.peerMs === undefined ? 0 : Math.max(0, endedAt - sentAt - hit.peerMs);
    const ownMs = lateMs + unnoticedMs;
    gauge.add({ kind: shot.kind, at: dueAt - first, tookMs: endedAt - dueAt, ownMs, hit });
    if (!cutWhenLost || cut || !gauge.isLost()) return;
    cut = true;
    pacer.stop();
  }

  const pacer = keepPace(time, pace, (index, dueAt) => {
    const one: Promise<void> = send(index, dueAt)
      .catch((error) => {
        failed ??= error;
        pacer.stop();
      })
      .finally(() => open.delete(one));
    open.add(one);
  });
  await pacer.ended;
  await Promise.all(open);
  if (failed !== undefined) throw failed;
  return gauge.figures(cut);
}
