import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plan, stepWords } from '../contract/plan.js';
import { profileOptions } from '../contract/profile/index.js';
import { checklistOf } from '../reports/checklist.js';
import { conformant, notConformant } from '../reports/result.testing.js';
import { configOf, home, writeConfig } from './bank.testing.js';
import { folder } from './cli.testing.js';
import { checklist } from './commands/checklist.js';
import { printedBy } from './printed.testing.js';

async function fileOf(result: object): Promise<string> {
  const file = join(await folder(), 'result.json');
  await writeFile(file, JSON.stringify(result));
  return file;
}

describe('dcm checklist', () => {
  it('tells each step with what was verified here and what only the stage shows', async () => {
    const { code, text } = await printedBy(async () =>
      checklist({ result: await fileOf(notConformant()), json: true }),
    );
    expect(code).toBe(0);
    const list = JSON.parse(text);
    expect(list.steps.map(({ step }: { step: number }) => step)).toEqual(plan.map(({ step }) => step));
    expect(list.steps[0]).toMatchObject({ verified_here: 'failed', scenarios: 15 });
    expect(list.steps[1]).toMatchObject({ verified_here: 'passed' });
    for (const { only_on_stage } of list.steps) expect(only_on_stage).toMatch(/\S{3}/);
  });

  it('says without a run that nothing was verified', async () => {
    const list = JSON.parse((await printedBy(() => checklist({ json: true }))).text);
    for (const { verified_here } of list.steps) expect(verified_here).toBe('not-run');
    const open = Object.entries(profileOptions).filter(([, { unknown }]) => unknown !== '-');
    expect(list.ask_dcm.map(({ option }: { option: string }) => option)).toEqual(open.map(([name]) => name));
  });

  it('asks about what this bank uses, and names what it assumed', async () => {
    const config = configOf('http://127.0.0.1:1', { more: { profile: { posting: 'async' } } });
    const file = await writeConfig(await home(), config);
    const list = JSON.parse((await printedBy(() => checklist({ config: file, json: true }))).text);
    expect(list.target).toBe('bank1');
    expect(list.switched_off).toEqual(['scheme bank', 'multisignature', 'branches']);
    const asked = new Map(
      list.ask_dcm.map((item: { option: string; assumed: unknown }) => [item.option, item.assumed]),
    );
    expect(asked.get('posting')).toBe('async');
    expect(asked.has('multisig_keys')).toBe(false);
    expect(asked.has('callback_timeout_ms')).toBe(true);
    const off = checklistOf(conformant({ switched_off: ['callbacks'] }), 'en');
    expect(off.ask_dcm.map(({ option }) => option)).not.toContain('callback_timeout_ms');
  });

  it('speaks Ukrainian', async () => {
    const { text } = await printedBy(async () =>
      checklist({ result: await fileOf(conformant()), lang: 'uk' }),
    );
    for (const { step } of plan) expect(text).toContain(stepWords(step, 'uk')?.title);
    expect(text).toContain('✓ пройдено, 15 сценаріїв');
    expect(text).not.toMatch(/on the stage|Ask DCM/);
  });

  it('refuses what it cannot use with 2', async () => {
    for (const options of [{ lang: 'de' }, { result: '/none/such' }, { config: 'a', result: 'b' }]) {
      expect((await printedBy(() => checklist(options))).code).toBe(2);
    }
  });
});

it('names no target if there is none', async () => {
  for (const [lang, title] of [
    ['en', 'Checklist for the stage'],
    ['uk', 'Контрольний перелік для стенда'],
  ] as const)
    expect((await printedBy(() => checklist({ lang }))).text.split('\n')[0]).toBe(title);
});
