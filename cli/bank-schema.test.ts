import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bankConfig, bankConfigSchema } from '../contract/bank-config/index.js';
import { expectFreshJson } from '../fresh-page.testing.js';
import { loadConfig } from './config/load.js';
import { logins } from './doctor/logins.js';
import { packageRoot } from './package.js';

/** The JSON Schema of bank.yaml that editors use. `npm run docs` writes it anew. */

const file = join(packageRoot, 'docs', 'bank.schema.json');
const sample = join(packageRoot, 'fixtures', 'sample-config', 'bank.yaml');

describe('docs/bank.schema.json', () => {
  it('is the schema of today', async () => {
    await expectFreshJson('docs/bank.schema.json', bankConfigSchema());
  });

  it('knows every part of the file', async () => {
    const schema = JSON.parse(await readFile(file, 'utf8'));
    expect(Object.keys(schema.properties)).toEqual([
      'dcm',
      'bank',
      'driver',
      'scope',
      'plan',
      'waivers',
      'profile',
      'stage',
      'learned',
    ]);
    expect(schema.required).toEqual(['dcm', 'bank']);
    expect(schema.properties.bank.additionalProperties).toBe(false);
  });
});

describe('the example of docs/verify-your-bank.md', () => {
  it('is a configuration, with customers enough for every part of the plan', async () => {
    const page = await readFile(join(packageRoot, 'docs', 'verify-your-bank.md'), 'utf8');
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const { bank } = bankConfig.parse(parse(example.replace(/\$\{OFFICER_PASSWORD\}/, 'Officer-1-secret')));
    const most = logins({ schemes: ['dcm', 'bank'], driver: { kind: 'http' } });
    expect(bank.customers).toEqual({ generate: expect.any(Number) });
    expect(bank.customers).toMatchObject({
      generate: Math.max(most, 'generate' in bank.customers ? bank.customers.generate : 0),
    });
  });

  it('and its text name every member of bank and plan', async () => {
    const page = await readFile(join(packageRoot, 'docs', 'verify-your-bank.md'), 'utf8');
    const schema = JSON.parse(await readFile(file, 'utf8'));
    for (const part of ['bank', 'plan', 'dcm'])
      for (const name of Object.keys(schema.properties[part].properties))
        expect({ part, name, named: new RegExp(`\\b${name}\\b`).test(page) }).toEqual({
          part,
          name,
          named: true,
        });
  });
});

describe('the sample configuration', () => {
  it('can be read, names the schema and holds no secret', async () => {
    const text = await readFile(sample, 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=\S*docs\/bank\.schema\.json\n/);
    const env = { ACTS_TOKEN: 'acts', OFFICER_PASSWORD: 'Officer-1-secret' };
    const { config } = await loadConfig(sample, env);
    expect(config.driver).toMatchObject({ kind: 'http', token: 'acts' });
    await expect(loadConfig(sample, {})).rejects.toThrow('not set in the environment');
  });
});
