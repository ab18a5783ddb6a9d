import { expect, it } from 'vitest';
import { atOnce, onlyOne } from '../races.testing.js';
import { makeFolder } from '../store/folder.testing.js';
import { bank, controlOf, create, open } from './sandboxes.testing.js';

/** Sandboxes that are made, copied and deleted at the same time. */

for (const kept of ['in memory', 'in a folder'])
  it(`makes and deletes one of a name once, and no more than there may be, ${kept}`, async () => {
    const folder = kept === 'in a folder' ? { folder: await makeFolder() } : {};
    const mock = await open({ sandboxes: { ...folder, limits: { most: 3 } } });
    expect(await atOnce(4, () => create(mock, 'same'))).toEqual(
      onlyOne(4, '400 name: sandbox same already exists'),
    );
    const said = await atOnce(4, (n) => create(mock, `one-${n}`));
    expect(said.map((text) => text.slice(0, 22))).toEqual([
      '400 no more sandboxes:',
      '400 no more sandboxes:',
      'done',
      'done',
    ]);
    const remove = () => mock.control.deleteSandbox({ params: { name: 'same' } });
    expect(await atOnce(3, remove)).toEqual(onlyOne(3, '400 sandbox same not found'));
    expect((await mock.control.listSandboxes({})).sandboxes).toHaveLength(2);
  });

for (const kept of ['in memory', 'in a folder'])
  it(`copies one that is deleted at the same time, or says that it is gone, ${kept}`, async () => {
    const folder = kept === 'in a folder' ? { folder: await makeFolder() } : {};
    const mock = await open({ sandboxes: folder });
    for (let time = 0; time < 4; time += 1) {
      const name = `source-${time}`;
      await create(mock, name);
      await controlOf(mock, name).registerCounterparty({ body: bank('bank1') });
      const fork = mock.control.forkSandbox({ params: { name }, body: { name: `copy-${time}` } });
      // As many turns later as it takes to come to another place.
      for (let turns = 0; turns < time * 2; turns++) await new Promise((resolve) => setImmediate(resolve));
      const said = await atOnce(2, (n) =>
        n === 0 ? fork : mock.control.deleteSandbox({ params: { name } }),
      );
      if (said.every((text) => text === 'done'))
        expect((await controlOf(mock, `copy-${time}`).listRegistered({})).counterparties).toHaveLength(1);
      else expect(said).toEqual([`400 sandbox ${name} not found`, 'done']);
      const left = (await mock.control.listSandboxes({})).sandboxes.map((one) => one.name);
      expect(left).not.toContain(name);
    }
  });
