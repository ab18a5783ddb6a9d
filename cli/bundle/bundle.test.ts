import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { unpacked } from '../../contract/zip.testing.js';
import { conformant } from '../../reports/result.testing.js';
import { writeReports } from '../../reports/write.js';
import { dcm, patience } from '../cli.testing.js';
import { bundle } from '../commands/bundle.js';
import { printedBy } from '../printed.testing.js';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'dcm-bundle-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

it('holds the reports, the configuration without secrets, versions and checksums', async () => {
  const dir = folder();
  await writeReports(conformant(), join(dir, 'run'), { messages: '{}\n' });
  const config = join(dir, 'bank.yaml');
  writeFileSync(
    config,
    'bank: {alias: bank1}\ndriver: {kind: http, url: "https://a:Secret-2@b.test", token: Secret-1}\ndcm: {keys: keys.json}\n',
  );
  const out = join(dir, 'ticket.zip');
  const { code, text } = await printedBy(() => bundle(join(dir, 'run'), { out, config }));
  expect({ code, text }).toEqual({ code: 0, text: expect.stringContaining(`9 files in ${out};`) });
  const files = unpacked(readFileSync(out));
  expect([...files.keys()]).toEqual([
    'README.txt',
    'result.json',
    'junit.xml',
    'report.html',
    'summary.md',
    'messages.ndjson',
    'bank.yaml',
    'versions.json',
    'SHA256SUMS',
  ]);
  for (const line of (files.get('SHA256SUMS') ?? '').trim().split('\n')) {
    const [sum, name = ''] = line.split('  ');
    expect(sum).toBe(
      createHash('sha256')
        .update(files.get(name) ?? '')
        .digest('hex'),
    );
  }
  expect(files.get('result.json')).toBe(readFileSync(join(dir, 'run', 'result.json'), 'utf8'));
  expect(files.get('bank.yaml')).toContain('keys.json');
  expect([...files.values()].join('\n')).not.toMatch(/Secret-\d/);
  expect(JSON.parse(files.get('versions.json') ?? '')).toMatchObject({ target: 'bank1' });
  expect(statSync(out).mode & 0o777).toBe(0o600);
});

it.each<[string, (dir: string) => Promise<unknown>, RegExp]>([
  [
    'a folder without a run',
    (dir) => bundle(dir, { out: join(dir, 'a.zip') }),
    /result\.json: cannot be read/,
  ],
  [
    'an archive that is there',
    async (dir) => {
      await writeReports(conformant(), dir);
      return bundle(dir, { out: join(dir, 'summary.md') });
    },
    /summary\.md already exists: name another file/,
  ],
  [
    'a configuration that is not there',
    async (dir) => {
      await writeReports(conformant(), dir);
      return bundle(dir, { out: join(dir, 'a.zip'), config: join(dir, 'bank.yaml') });
    },
    /bank\.yaml: cannot be read/,
  ],
])('%s is refused clearly', async (_what, run, says) => {
  await expect(run(folder())).rejects.toMatchObject({ said: { en: expect.stringMatching(says) } });
});

it('a run leaves its exchanges by scenario, without secrets', { timeout: patience }, async () => {
  const report = folder();
  const { code } = await dcm('verify', '--reference', '--steps', '11', '--report', report);
  expect(code).toBe(0);
  const text = readFileSync(join(report, 'exchanges.har'), 'utf8');
  const { log } = JSON.parse(text);
  const pages: string[] = log.pages.map(({ id }: { id: string }) => id);
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page).toMatch(/^S11-\d\d$/);
  for (const { pageref } of log.entries) expect(pages).toContain(pageref);
  expect(
    log.entries.some(({ request }: { request: { url: string } }) => request.url.includes('/login')),
  ).toBe(true);
  expect(text).not.toMatch(/eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/);
});
