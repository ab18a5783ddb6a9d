import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bankConfigSchema } from '../contract/bank-config.js';
import { loadConfig } from './config/load.js';
import { packageRoot } from './package.js';

/** The JSON Schema of bank.yaml that editors use. `UPDATE_SCHEMA=1 npx vitest run cli/bank-schema` writes it anew. */

const file = join(packageRoot, 'docs', 'bank.schema.json');
const sample = join(packageRoot, 'fixtures', 'sample-config', 'bank.yaml');

describe('docs/bank.schema.json', () => {
  it('is the schema of today', async () => {
    const today = `${JSON.stringify(bankConfigSchema(), null, 2)}\n`;
    if (process.env.UPDATE_SCHEMA === '1') await writeFile(file, today);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(today));
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
    ]);
    expect(schema.required).toEqual(['dcm', 'bank', 'driver']);
    expect(schema.properties.bank.additionalProperties).toBe(false);
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
