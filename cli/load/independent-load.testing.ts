import { get } from 'node:http';

/**
 * A load generator that shares nothing with the one of the product: each request has a timer of its own, and the
 * percentile is that of a sorted list.
 */

export interface Target {
  readonly url: string;
  /** Headers of the request with this number. */
  readonly headers: (index: number) => Readonly<Record<string, string>>;
}

const once = ({ url, headers }: Target, index: number): Promise<number> =>
  new Promise((resolve) => {
    const request = get(url, { agent: false, headers: headers(index), timeout: 5000 }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    request.once('error', () => resolve(0)).once('timeout', () => request.destroy());
  });

/** The 99th percentile of the times since each request was due; what fails has taken forever. */
export async function percentile99(target: Target, rate: number, seconds: number): Promise<number> {
  const begun = performance.now() + 20;
  const times = await Promise.all(
    Array.from({ length: Math.round(rate * seconds) }, async (_, index) => {
      const due = begun + (index * 1000) / rate;
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      const status = await once(target, index);
      return status === 200 ? performance.now() - due : Number.POSITIVE_INFINITY;
    }),
  );
  times.sort((a, b) => a - b);
  return times[Math.ceil(times.length * 0.99) - 1] ?? 0;
}
