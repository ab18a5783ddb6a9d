import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import { systemSleep } from '../../mock-server/system.js';
import { configOf, describeBank, home, startBank, writeConfig } from '../bank.testing.js';
import { dcm, dcmServing, patience } from '../cli.testing.js';
import { configurationsIn } from './configurations.js';
import { argumentsOf } from './runner.js';

/** Which banks may be verified from the console, and how they are. */

const order = {
  ...{ target: 'bank1', steps: '', tags: '', readings: '', defect: '', seed: '' },
  ...{ quick: false, reset: false, language: 'en' as const },
};

it(
  'banks are named by their alias; two of one name are refused, and so is what cannot be read',
  async () => {
    const at = await home();
    const write = (alias: string) => writeConfig(at, configOf('http://127.0.0.1:9', { bank: { alias } }));
    const [one, other, twin, named] = [
      await write('bank1'),
      await write('bank2'),
      await write('bank1'),
      await write('reference'),
    ];
    const { configurations, keys } = await configurationsIn([one, other], undefined);
    expect(configurations.map(({ name }) => name)).toEqual(['bank1', 'bank2']);
    expect(keys).toBe(join(at, 'dcm-keys.json'));
    expect((await configurationsIn([one], 'own.json')).keys).toBe('own.json');
    await expect(configurationsIn([one, twin], undefined)).rejects.toThrow('with the alias bank1, too');
    await expect(configurationsIn([named], undefined)).rejects.toThrow('name of the reference bank');
    const broken = join(at, 'broken.yaml');
    await writeFile(broken, 'bank: 7');
    const { code, err } = await dcm('mock', '--port', '0', '--verify', broken);
    expect([code, err]).toEqual([2, expect.stringContaining('bank')]);
  },
  patience,
);

it('what a browser says is a value, never an option or another argument', () => {
  const args = argumentsOf(
    { ...order, tags: '--config=/etc/passwd --statement-key x', steps: '7', readings: 'all', quick: true },
    [{ name: 'bank1', file: '/banks/bank1.yaml' }],
    { url: 'http://127.0.0.1:1', report: '/tmp/r' },
  );
  expect(args).toEqual([
    ...['verify', '--config=/banks/bank1.yaml', '--steps=7'],
    '--tags=--config=/etc/passwd --statement-key x',
    ...['--lang=en', '--report=/tmp/r', '--mock-url=http://127.0.0.1:1', '--readings', '--quick'],
  ]);
  const reference = argumentsOf({ ...order, target: 'reference', readings: 'U-26' }, [], {
    url: 'u',
    report: 'r',
  });
  expect(reference.slice(0, 2)).toEqual(['verify', '--reference']);
  expect(reference.at(-1)).toBe('--readings=U-26');
});

it('a bank of its own is verified, and a second time after a reset only', { timeout: patience }, async () => {
  const bank = await startBank();
  const config = await describeBank(bank);
  const { first } = await dcmServing('mock', '--port', '0', '--json', '--verify', config);
  const { url } = JSON.parse(first) as { url: string };
  const control = createClient(controlOperations, { baseUrl: url, fetch });
  const ended = async (more: object) => {
    const { id } = await control.startRun({ body: { target: 'bank1', tags: '@S01-01 or @S03-01', ...more } });
    for (;;) {
      const run = await control.getRun({ params: { id } });
      if (run.ended_at !== '') return run;
      await systemSleep(50);
    }
  };
  expect(await ended({})).toMatchObject({ state: 'finished', target: 'bank1', verdict: 'partial' });
  const again = await ended({});
  expect(again).toMatchObject({ state: 'ended-early', exit_code: 2 });
  expect(again.note).toContain('already has counterparty');
  expect(await ended({ reset: true })).toMatchObject({ state: 'finished', verdict: 'partial' });
});
