import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import type { Profile } from '../../contract/profile/index.js';
import { describeBank, freePort, startBank } from '../bank.testing.js';
import { dcm, end, main, patience, readResult, start } from '../cli.testing.js';
import { standIn } from './stage.testing.js';

/** `--stage`: a bank and a second mock in the part of a stage, each in a process of its own, and the run between them. */

/** What the stage does otherwise than the mock by default, in 16 points. */
const otherReadings: Partial<Profile> = {
  accounts_list: 'renamed',
  posting: 'async',
  total: 'missing',
  list_limit: 2,
  amounts: 'two-places',
  dates: 'seconds',
  refusal_status: 422,
  declined_status: 403,
  error_body: 'message',
  act_status: 204,
  payment_guid: 'v1',
  fee: 1.5,
  jwks: 'further',
  token_kid: 'url',
  token_claims: 'extra',
  tolerances: 'on',
};

/** The open questions that they answer; about refusals, nothing was seen. */
const whatIsOtherwise = ['U-72', 'U-26', 'U-05', 'U-44', 'U-45', 'U-61', 'U-48', 'U-62', '-', 'U-53', 'U-25'];

async function prepared(...tags: readonly string[]) {
  const bank = await startBank();
  const port = await freePort();
  const stage = await standIn(`http://127.0.0.1:${port}`, otherReadings);
  onTestFinished(stage.close);
  const config = await describeBank(bank, {
    bank: { schemes: ['dcm'], jwks: undefined, sign_url: undefined, signers: undefined },
    more: { stage: { ...stage.block, port: 0, reverse_port: port } },
  });
  const report = join(bank.at, 'reports');
  const record = join(bank.at, 'recording.ndjson');
  const args = ['verify', '--config', config, '--stage', '--report', report, '--record', record];
  return { stage, report, record, args: [...args, '--tags', tags.join(' or ')] };
}

it('a bank is walked against a stage from its own side; what only DCM can do is left out and said', {
  timeout: patience,
}, async () => {
  const tags = ['@S07-01', '@S11-01', '@S12-01', '@S15-01', '@S16-08', '@S16-13', '@S16-28'];
  const { stage, report, record, args } = await prepared(...tags);
  const child = start([main, ...args, '--i-own-this-stage', 'bank1']);
  if (child.stdout) createInterface(child.stdout).on('line', stage.say);
  const { code, out, err } = await end(child);
  expect({ code, err }).toEqual({ code: 4, err: '' });
  const { scenarios, errors } = await readResult(report);
  expect(errors).toEqual([]);
  expect(Object.fromEntries(scenarios.map(({ id, verdict, note }) => [id, note || verdict]))).toEqual({
    'S07-01': 'it takes a token that DCM signs, and only DCM has its key',
    'S11-01': 'passed',
    'S12-01': 'passed',
    'S15-01': 'passed',
    'S16-08': 'passed',
    'S16-13': 'passed',
    'S16-28': 'DCM cannot be made to fail on a stage',
  });
  expect(stage.asked.some((text) => text.includes('step 10'))).toBe(true);
  expect(out).toContain('The run has left on the stage:');
  expect(out).toMatch(/createCustomer \(\d+\): \S+/);
  const lines = (await readFile(record, 'utf8')).trim().split('\n');
  expect(lines.length).toBeGreaterThan(50);
  const operations = new Set(lines.map((line) => (JSON.parse(line) as { operation?: string }).operation));
  for (const operation of ['submitLogin', 'createPayment', 'external_id', 'transfer'])
    expect(operations).toContain(operation);
  const list = JSON.parse((await dcm('checklist', '--recording', record, '--json')).out) as {
    readonly steps: readonly { readonly step: number; readonly seen_on_stage: readonly string[] }[];
  };
  const seen = list.steps.filter(({ seen_on_stage }) => seen_on_stage.length > 0).map(({ step }) => step);
  expect(seen).toEqual(expect.arrayContaining([3, 5, 11, 12, 15, 16]));
  const found = join(report, 'drift.json');
  expect((await dcm('drift', record, '--json', found)).code).toBe(1);
  const { questions, differences } = JSON.parse(await readFile(found, 'utf8')) as {
    readonly questions: readonly { readonly unknown: string; readonly verdict: string }[];
    readonly differences: readonly { readonly kind: string }[];
  };
  const contradicted = questions.filter(({ verdict }) => verdict === 'contradicted');
  expect(contradicted.map(({ unknown }) => unknown)).toEqual(whatIsOtherwise);
  expect(new Set(differences.map(({ kind }) => kind))).toEqual(new Set(['undocumented-member']));
});

it('nothing is done without a word that the stage is the bank’s own', { timeout: patience }, async () => {
  const { stage, args } = await prepared('@S11-01');
  const before = stage.mock.journal.search({ direction: 'in' }, 100).length;
  const { code, err } = await dcm(...args);
  expect(code).toBe(2);
  expect(err).toContain('add --i-own-this-stage bank1');
  expect((await dcm(...args, '--i-own-this-stage', 'bank2')).err).toContain('add --i-own-this-stage bank1');
  expect((await dcm(...args, '--i-own-this-stage', 'bank1', '--readings')).err).toContain(
    '--readings does not work with --stage',
  );
  expect(stage.mock.journal.search({ direction: 'in' }, 100)).toHaveLength(before);
});
