import { startMock } from './start.js';
import { openLanes } from './traffic.testing.js';

/**
 * A mock that makes transfers in all lanes at once until it is killed. Each confirmed one is printed with its hash and
 * the time in milliseconds of the clock that all processes of a machine share.
 */
const [state = '', keys = '', seed = ''] = process.argv.slice(2);
const { mock } = await startMock({ port: 0, state, keys, seed });

for (const { send } of await openLanes(mock.domain)) {
  void (async () => {
    for (;;) {
      const { guid, hash } = await send();
      process.stdout.write(`${guid} ${hash} ${process.hrtime.bigint() / 1_000_000n}\n`);
    }
  })();
}
