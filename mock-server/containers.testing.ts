import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { startMock } from './start.js';
import { systemSleep } from './system.js';

/** A mock that does what it is told on its standard input, and ends with it. */
const [state = ''] = process.argv.slice(2);
const rest = join(dirname(state), 'rest');

try {
  const { url, close } = await startMock({ port: 0, state, report: () => {} });
  console.log(`serves as ${process.pid}`);

  /** How a write and the health are answered. */
  const statuses = async (): Promise<string> => {
    const write = await fetch(`${url}/control/v1/profile`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    return `${write.status} ${(await fetch(`${url}/health`)).status}`;
  };

  const until = async (status: string): Promise<string> => {
    for (let tries = 0; tries < 150; tries++) {
      const now = await statuses();
      if (now === `${status} ${status}`) return now;
      await systemSleep(100);
    }
    return 'never';
  };

  const fill = (): string => {
    for (const size of [1 << 20, 1 << 16, 1 << 12, 1 << 10]) {
      try {
        for (;;) writeFileSync(rest, Buffer.alloc(size), { flag: 'a' });
      } catch {
        // No room for so much.
      }
    }
    return 'filled';
  };

  for await (const line of createInterface(process.stdin)) {
    if (line === 'write') console.log(await statuses());
    if (line === 'fill') console.log(fill());
    if (line === 'free') {
      rmSync(rest);
      console.log('freed');
    }
    if (line.startsWith('until ')) console.log(await until(line.slice(6)));
  }
  await close();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
