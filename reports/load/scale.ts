/** Scales of a chart: where a value is, and which values are named beside it. */
export interface Scale {
  /** From 0 at the begin to 1 at the end. */
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Powers of ten. */
export function logarithmic(values: readonly number[]): Scale {
  const positive = values.filter((value) => value > 0);
  const low = Math.floor(Math.log10(Math.min(...positive, 1)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...positive, 10))));
  return {
    at: (value) => (Math.log10(Math.max(value, 10 ** low)) - low) / (high - low),
    ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
  };
}

/** About so many round numbers. */
export function linear(from: number, to: number, about: number): Scale {
  const raw = Math.max(to - from, 1e-9) / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((one) => one * power >= raw) ?? 10) * power;
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return {
    at: (value) => (to === from ? 0 : (value - from) / (to - from)),
    ticks: Array.from({ length: Math.max(0, count) }, (_, index) =>
      Number(((first + index) * step).toFixed(6)),
    ),
  };
}
