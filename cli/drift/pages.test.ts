import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listeningUntilTheEnd } from '../../listening.testing.js';
import { folder } from '../cli.testing.js';
import { drift } from '../commands/drift.js';
import { printedBy } from '../printed.testing.js';

/** `dcm drift --docs`: pages saved in a folder, and those of a site. */

const page = `# Transfer

## Cancel

\`POST /api/v1/counterparty/{counterparty_guid}/payments/{payment_guid}/cancel\`
`;

it('compares pages in a folder, says what the project lacks, and writes it as JSON', async () => {
  const docs = await folder();
  const json = join(docs, 'found.json');
  await mkdir(join(docs, 'bank-integration/eng/api-methods'), { recursive: true });
  await writeFile(join(docs, 'bank-integration/eng/api-methods/transfer.md'), page);
  const { code, text } = await printedBy(() => drift([], { docs, json }));
  expect(code).toBe(1);
  expect(text).toContain('1 pages read, 1 operations described');
  expect(text.replaceAll(/\s+/g, ' ')).toContain('payments/{payment_guid}/cancel: the operation: Cancel');
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ pages: 1, operations: 1 });
  expect((await printedBy(() => drift([], { docs, lang: 'uk' }))).text).toContain('Прочитано сторінок: 1');
});

it('reads the list of a site and its pages, and names those that cannot be read', async () => {
  const texts: Readonly<Record<string, string>> = {
    '/llms.txt': '- [Transfer](/transfer.md)\n- [Gone](/gone.md)\n',
    '/transfer.md': page,
  };
  const site = createServer(({ url = '' }, response) => {
    const text = texts[url];
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/markdown' }).end(text);
  });
  const docs = `http://127.0.0.1:${await listeningUntilTheEnd(site)}`;
  const { code, text } = await printedBy(() => drift([], { docs }));
  expect(code).toBe(1);
  expect(text).toContain('Pages that could not be read (1)');
  expect(text).toContain(`${docs}/gone.md: HTTP 404`);
});

it('says what is wrong with the place, and what it does not go with', async () => {
  const docs = await folder();
  const refused = (files: readonly string[], options: Parameters<typeof drift>[1]) =>
    drift(files, options).then(
      () => '',
      (error: Error) => error.message,
    );
  expect(await refused([], { docs })).toContain('no page was found');
  expect(await refused([], { docs: join(docs, 'none') })).toContain('expected the address');
  expect(await refused([], { docs: 'http://127.0.0.1:2' })).toContain(
    'no page was found (http://127.0.0.1:2/llms.txt',
  );
  expect(await refused(['a.ndjson'], { docs })).toContain('takes no recording');
  expect(await refused([], {})).toContain('expected a recording');
});
