import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progress } from '../progress.js';
import { serverProcess } from '../server-process.js';
import { ship } from '../ship.js';
import { median } from '../statistics.js';
import type { Section } from '../table.js';

const rounds = 5;
/** Megabytes that the shipped mock may take when it has answered once and has nothing to do. */
const most = 85;

/** The memory of the shipped mock that has nothing to do. */
export async function measureMemory(): Promise<Section> {
  const main = ship();
  const folder = await mkdtemp(join(tmpdir(), 'dcm-bench-'));
  try {
    const sizes: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      progress(`memory: round ${round} of ${rounds}`);
      const server = await serverProcess([main, 'mock', '--port', '0', '--json', '--reports', folder]);
      sizes.push(await server.idleMegabytes());
      await server.stop();
    }
    const megabytes = median(sizes);
    return {
      title: 'Memory of dcm mock with nothing to do',
      unit: 'MB',
      lines: [
        {
          what: 'resident, after its first response',
          figure: megabytes.toFixed(0),
          ratio: megabytes / most,
          target: { atMost: 1 },
        },
      ],
      notes: [`the ratio is to ${most} MB`],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
