import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';

/** Microseconds between samples. */
const interval = 500;

/** Names the part of the program that a frame belongs to; undefined attributes the sample to its caller. */
export type PartOf = (url: string, functionName: string) => string | undefined;

/**
 * Runs work under the engine's sampling profiler. Gives the share of the main thread's time that each part took;
 * `idle` is among the parts. What a part calls and what has no name of its own counts as the part's.
 */
export async function profiled(work: () => Promise<void>, partOf: PartOf): Promise<Record<string, number>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return shares(profile, partOf);
}

function shares({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, partOf: PartOf) {
  const parts = new Map<number, string>();
  const root = nodes[0];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const name = (node: Profiler.ProfileNode, above: string) => {
    const { url, functionName } = node.callFrame;
    const part = partOf(url, functionName) ?? above;
    parts.set(node.id, part);
    for (const child of node.children ?? []) {
      const below = byId.get(child);
      if (below) name(below, part);
    }
  };
  if (root) name(root, 'node itself');
  const total = timeDeltas.reduce((sum, delta) => sum + delta, 0);
  const times: Record<string, number> = {};
  for (const [index, id] of samples.entries()) {
    const part = parts.get(id) ?? 'node itself';
    times[part] = (times[part] ?? 0) + (timeDeltas[index] ?? 0) / total;
  }
  return times;
}
