import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { gatherSite } from '../../bridge/pages/gather.js';
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
  expect(text).toContain('1 page read, 1 operation described');
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    'payments/{payment_guid}/cancel: the operation, under the heading Cancel',
  );
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
  expect(text).toContain('Not read (1)');
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

it('says what it did not read: other sites, addresses that are none, a redirect, too many pages', async () => {
  let list = '- [other](https://example.com/x.md)\n- [odd](http://[x.md)\n';
  const site = createServer(({ url = '' }, response) => {
    if (url === '/llms.txt') response.end(list);
    else if (url === '/moved.md') response.writeHead(301, { location: '/new.md' }).end();
    else response.end('no heading');
  });
  const docs = `http://127.0.0.1:${await listeningUntilTheEnd(site)}`;
  await expect(drift([], { docs })).rejects.toThrow('no page was found');
  await expect(drift([], { docs })).rejects.toThrow('links to other sites, which are not asked: 2');
  list = '- [moved](/moved.md)\n';
  await expect(drift([], { docs })).rejects.toThrow('moved.md: HTTP 301 to /new.md');
  list = Array.from({ length: 501 }, (_, index) => `- [p](/p${index}.md)\n`).join('');
  const { text } = await printedBy(() => drift([], { docs, lang: 'uk' }));
  expect(text).toContain('llms.txt: сторінки після перших 500, які не читаються: 1');
  expect(text).toContain('p0.md: символів: 10');
  await expect(drift([], { docs: 'https://' })).rejects.toThrow('expected an http or https URL');
});

it('does not wait for each page of a site that hangs', async () => {
  let asked = 0;
  const links = Array.from({ length: 100 }, (_, index) => `- [p](/p${index}.md)\n`).join('');
  const { pages, unread } = await gatherSite('http://docs.test', async (url) => {
    asked += 1;
    if (url.endsWith('llms.txt')) return { status: 200, text: links };
    throw new Error('no answer within 20000 ms');
  });
  expect(pages).toEqual([]);
  expect(unread).toHaveLength(100);
  expect(asked).toBeLessThan(20);
  expect(unread.at(-1)?.problem).toBe('not asked for: the pages before it did not come');
});

it('reads the other pages of a folder if one is no file', async () => {
  const docs = await folder();
  await mkdir(join(docs, 'odd.md'));
  await writeFile(join(docs, 'transfer.md'), page);
  const { text } = await printedBy(() => drift([], { docs }));
  expect(text).toContain('1 page read');
  expect(text).toContain('odd.md: EISDIR');
});
