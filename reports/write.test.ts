import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { result as schema } from '../contract/result.js';
import { checkWritable, ReportFolderError } from './folder.js';
import { htmlReport } from './html.js';
import { junitXml } from './junit.js';
import { markdownSummary } from './markdown.js';
import { conformant, notConformant } from './result.testing.js';
import { writeReports } from './write.js';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'dcm-reports-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const names = ['junit.xml', 'report.html', 'result.json', 'summary.md'];
const read = (name: string) => readFile(join(dir, name), 'utf8');

it('writes every report, in place of the old ones, and leaves nothing else behind', async () => {
  await writeReports(conformant(), dir);
  const paths = await writeReports(notConformant(), dir);
  expect([...paths].sort()).toEqual(names.map((name) => join(dir, name)));
  expect((await readdir(dir)).sort()).toEqual(names);
  const tree = notConformant();
  expect(schema.parse(JSON.parse(await read('result.json')))).toEqual(tree);
  expect(await read('result.json')).toMatch(/^\{\n {2}"verdict": "not-conformant",\n[\s\S]*\n\}\n$/);
  expect(await read('junit.xml')).toBe(junitXml(tree));
  expect(await read('report.html')).toBe(htmlReport(tree));
  expect(await read('summary.md')).toBe(markdownSummary(tree));
});

it('makes the folder', async () => {
  const deep = join(dir, 'a', 'b');
  await checkWritable(deep);
  expect(await readdir(deep)).toEqual([]);
  await writeReports(conformant(), join(dir, 'c', 'd'));
  expect((await readdir(join(dir, 'c', 'd'))).sort()).toEqual(names);
});

it('keeps reports that are there when it only checks', async () => {
  await writeFile(join(dir, 'result.json'), 'old');
  await checkWritable(dir);
  expect(await read('result.json')).toBe('old');
  expect(await readdir(dir)).toEqual(['result.json']);
});

it('refuses a folder that is a file, and says what to do', async () => {
  const file = join(dir, 'file');
  await writeFile(file, '');
  const attempts = [
    () => checkWritable(file),
    () => checkWritable(join(file, 'x')),
    () => writeReports(conformant(), file),
  ];
  for (const attempt of attempts) {
    await expect(attempt()).rejects.toThrow(ReportFolderError);
    await expect(attempt()).rejects.toThrow(/cannot be written to .*file.*--report DIR/);
  }
});

it('refuses a folder in which a report could not take its place', async () => {
  await mkdir(join(dir, 'report.html'));
  await expect(checkWritable(dir)).rejects.toThrow(/report\.html is a folder there/);
  await expect(writeReports(conformant(), dir)).rejects.toThrow(ReportFolderError);
  expect((await readdir(dir)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
