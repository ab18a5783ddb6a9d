import type { KindFigures, LoadFault, LoadKind, LoadStage, Slice } from '../../contract/load.js';
import { judgeStage, type Tally } from './judge.js';
import { dueIn, type Pace } from './pacer.js';
import type { Hit } from './shot.js';
import { createTimes, type Times } from './times.js';

/** Slices of the curve, at most. */
const mostSlices = 120;

export type Limits = Readonly<Record<LoadKind, number>>;

/** One request, from the moment at which it was due. */
export interface Measured {
  readonly kind: LoadKind;
  /** Milliseconds after the first one was due. */
  readonly at: number;
  /** Milliseconds until the answer had been read. */
  readonly tookMs: number;
  /** Milliseconds by which this program was late with it. */
  readonly ownMs: number;
  readonly hit: Hit;
}

/** Which rate of which requests is measured. */
export interface GaugeOptions {
  readonly pace: Pace;
  readonly kinds: readonly LoadKind[];
  readonly limits: Limits;
  /** What to do about a fault. */
  readonly fixOf: (fault: LoadFault) => string;
}

interface Part extends Tally {
  readonly times: Times;
}

const newPart = (figures: 2 | 3): Part => ({
  due: 0,
  inTime: 0,
  failed: 0,
  toBlame: 0,
  times: createTimes(figures),
});

const countsOf = ({ due, inTime, failed }: Tally) => ({ due, in_time: inTime, failed });

/** Adds up what becomes of the requests of one stage. */
export function createGauge({ pace, kinds, limits, fixOf }: GaugeOptions) {
  const all = newPart(3);
  const byKind = new Map(kinds.map((kind) => [kind, newPart(3)]));
  const late = createTimes();
  const sliceS = Math.max(1, Math.ceil(pace.seconds / mostSlices));
  const slices: (Part | undefined)[] = [];
  const faults = new Map<string, { kind: LoadKind; fault: LoadFault; count: number; example: string }>();

  function note(kind: LoadKind, { fault, example }: NonNullable<Hit['fault']>): void {
    const known = faults.get(`${kind} ${fault}`) ?? { kind, fault, count: 0, example };
    known.count += 1;
    faults.set(`${kind} ${fault}`, known);
  }

  return {
    add({ kind, at, tookMs, ownMs, hit }: Measured): void {
      const inTime = hit.fault === undefined && tookMs <= limits[kind];
      const peerMs = hit.peerMs ?? tookMs - ownMs;
      const ownFault = hit.fault?.fault === 'generator';
      // Nothing is held against the bank of which this program has used up half of the time itself.
      const mostlyOwn = hit.fault === undefined && (peerMs <= limits[kind] || ownMs > limits[kind] / 2);
      const toBlame = !inTime && (ownFault || mostlyOwn);
      const slice = Math.floor(at / 1000 / sliceS);
      slices[slice] ??= newPart(2);
      for (const part of [all, byKind.get(kind), slices[slice]]) {
        if (part === undefined) continue;
        part.due += 1;
        if (inTime) part.inTime += 1;
        if (toBlame) part.toBlame += 1;
        if (hit.fault !== undefined) part.failed += 1;
        // What was refused at once says nothing about how long answers take.
        if (hit.fault === undefined || hit.fault.fault === 'no-answer') part.times.add(tookMs);
      }
      late.add(ownMs);
      if (hit.fault !== undefined) note(kind, hit.fault);
    },

    /** The rate is not held, whatever becomes of the requests that are still due. */
    isLost: (): boolean =>
      [...byKind.values()].some(({ due, inTime }) => due - inTime > (dueIn(pace) / byKind.size) * 0.01 + 1),

    figures(cut = false): LoadStage {
      return {
        verdict: judgeStage([...byKind.values()]),
        rate: pace.rate,
        seconds: pace.seconds,
        cut,
        kinds: [...byKind].map(
          ([kind, part]): KindFigures => ({
            kind,
            limit_ms: limits[kind],
            ...countsOf(part),
            ...part.times.spread(),
          }),
        ),
        all: { ...countsOf(all), ...all.times.spread() },
        generator: { p99_ms: late.percentile(99), max_ms: late.max(), to_blame: all.toBlame },
        faults: [...faults.values()].map((one) => ({ ...one, fix: fixOf(one.fault) })),
        slices: [...slices].flatMap((part, index): Slice[] =>
          part === undefined
            ? []
            : [
                {
                  at_s: index * sliceS,
                  ...countsOf(part),
                  p50_ms: part.times.percentile(50),
                  p99_ms: part.times.percentile(99),
                  max_ms: part.times.max(),
                },
              ],
        ),
      };
    },
  };
}
