import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { beside } from '../beside.testing.js';
import { describeBank, employee, startBank } from './bank.testing.js';
import { dcm, patience, readResult, texts, walks } from './cli.testing.js';
import { secretsInFile } from './secrets.js';

/** Marked secrets are planted wherever there is room for one; no byte of any output may show them. */

const marks = {
  header: 'marked-gateway-key-5511',
  acts: 'marked-acts-token-5512',
  officer: 'marked-officer-token-5513',
  control: 'marked-control-token-5514',
};

describe('reports of a run with failures', { timeout: 2 * patience }, () => {
  it('show none of the secrets of the bank, of DCM, of the configuration and of the signer', async () => {
    const bank = await startBank(
      ...['--defect', 'accepts-everything'],
      ...['--acts-token', marks.acts, '--officer-token', marks.officer],
    );
    const file = (name: string) => join(bank.at, name);
    const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    await writeFile(file('statement-key.json'), JSON.stringify(await exportJWK(pair.privateKey)));
    const config = await describeBank(bank, {
      bank: { headers: { 'X-Gateway-Key': marks.header, Authorization: `Basic ${marks.header}` } },
    });
    const report = file('reports');
    const { codes, secrets, out, err } = await walks({
      config,
      report,
      statementKey: file('statement-key.json'),
      tags: '@step-1 or @step-7 or @step-11 or @step-14 or @S16-01',
    });
    expect(codes).toEqual([1]);
    expect((await readResult(report)).scenarios.some(({ verdict }) => verdict === 'failed')).toBe(true);
    const outputs = [
      ...(await texts(report)),
      ['stdout', out] as [string, string],
      ['stderr', err] as [string, string],
    ];
    expect(outputs.map(([name]) => name)).toEqual(
      expect.arrayContaining(['messages.ndjson', 'statement.jws']),
    );
    const inFiles = ['dcm-keys.json', 'bank-key.json', 'bank-seeds.json', 'statement-key.json'].map((name) =>
      secretsInFile(file(name)),
    );
    const planted = [
      ...Object.values(marks),
      employee.password,
      ...(await Promise.all(inFiles)).flat(),
      ...secrets.filter((secret) => secret.length >= 6),
    ];
    // Whatever this bank is asked it answers with its secret.
    const answered = (await (await fetch(`${bank.url}/key`)).json()) as { key: string };
    planted.push(answered.key);
    expect(planted.length).toBeGreaterThanOrEqual(18);
    for (const [name, text] of outputs) {
      const opened = name === 'statement.jws' ? Buffer.from(text.split('.')[1] ?? '', 'base64url') : text;
      const shown = planted.filter((secret) => text.includes(secret) || opened.includes(secret));
      expect({ name, shown }).toEqual({ name, shown: [] });
    }
  });

  it('hide what a bank echoes into its errors, and what dcm prove keeps', async () => {
    const bank = await startBank('--acts-token', marks.acts);
    const config = await describeBank(bank, {
      // The hook does not know this token; what it says about it must not be repeated.
      driver: { kind: 'http', url: `${bank.url}/dcm-acts?token=${marks.control}`, token: marks.acts },
    });
    const report = join(bank.at, 'reports');
    const proof = join(bank.at, 'prove');
    const proving = beside(dcm('prove', '--defect', 'accepts-everything', '--report', proof));
    await walks({ config, report, tags: '@step-11' });
    for (const [name, text] of await texts(report)) {
      expect({ name, has: text.includes(marks.control) || text.includes(marks.acts) }).toEqual({
        name,
        has: false,
      });
    }
    await proving;
    const kept = await readFile(join(proof, 'prove.json'), 'utf8');
    expect(kept).toContain('accepts-everything');
    expect(kept).not.toMatch(/eyJ[\w-]{8,}\.[\w-]+\.|"(?:d|seed|password)":"|bearer [\w.-]{20,}/i);
  });
});
