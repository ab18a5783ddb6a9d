import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { schemaOf } from '../../contract/openapi-schema.js';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { parseSource } from '../../contract/provenance.js';
import { comparePages, type PageDifference } from './compare.js';
import { gatherFolder, gatherSite } from './gather.js';
import { parsePage } from './parse.js';

/** Pages in the forms in which GitBook serves and stores them, made of what the contract knows, with differences planted. */

const fence = '```';
const json = (value: unknown) => `${fence}json\n${JSON.stringify(value, null, 2)}\n${fence}`;

/** A page that GitBook serves as markdown: a document of OpenAPI for each operation. */
const embedded = ({ method, path, summary, body, query, params, answer, withoutBody }: Operation): string => {
  const names = (schema: typeof query, place: string) =>
    Object.keys(schema?.shape ?? {}).map((name) => ({
      name,
      in: place,
      required: place === 'path',
      schema: {},
    }));
  const operation = {
    summary,
    parameters: [...names(params, 'path'), ...names(query, 'query')],
    ...(body && { requestBody: { content: { 'application/json': { schema: schemaOf(body, 'input') } } } }),
    responses: {
      [withoutBody ?? 200]: {
        description: '',
        content: { 'application/json': { schema: schemaOf(answer, 'output') } },
      },
    },
  };
  const document = { openapi: '3.1.0', paths: { [path]: { [method.toLowerCase()]: operation } } };
  return `## ${summary}\n\n> ${summary}\n\n${json(document)}\n`;
};

const all: readonly Operation[] = Object.values(operations);
const found = (text: string, page = 'x.md'): readonly PageDifference[] =>
  comparePages([parsePage(page, text)]).differences;
const grave = (differences: readonly PageDifference[]) =>
  differences.filter(({ kind }) => ['lacks', 'differs', 'not there'].includes(kind));

describe('embedded OpenAPI', () => {
  it('of the contract itself lacks nothing and differs in nothing; what is assumed is settled', () => {
    const report = comparePages([parsePage('all.md', `# All\n\n${all.map(embedded).join('\n')}`)]);
    expect(report.operations).toBe(all.length);
    expect(grave(report.differences)).toEqual([]);
    const paths = all.filter(({ source, pathSource = source }) => parseSource(pathSource).mark !== 'D');
    const settled = report.differences.filter(({ says }) => says.startsWith('the path'));
    expect(settled).toHaveLength(paths.length);
  });

  it('with other members, statuses and types is told', () => {
    const document = {
      openapi: '3.0.0',
      components: { schemas: { Answer: { type: 'object', properties: { guid: { type: 'integer' } } } } },
      paths: {
        '/api/v1/counterparty/{counterparty_guid}/payments': {
          post: {
            requestBody: {
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    properties: { amount: { type: 'string' }, note: { type: 'string' } },
                  },
                },
              },
            },
            responses: {
              202: {
                content: { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } },
              },
            },
          },
        },
      },
    };
    const says = found(json(document)).map(({ kind, says }) => `${kind}: ${says}`);
    expect(says).toEqual(
      expect.arrayContaining([
        'lacks: body note: string',
        'lacks: status 202',
        'differs: body amount: string on the page, number here',
      ]),
    );
    expect(says.some((text) => text.startsWith('not there: body purpose'))).toBe(true);
  });
});

describe('a page written by hand', () => {
  const page = `# Transfer

## Cancel a payment

\`POST /api/v1/counterparty/{counterparty_guid}/payments/{payment_guid}/cancel\`

| Name | Type | Description |
|---|---|---|
| reason* | string | why |

Response 200:

${json({ guid: 'text' })}

## Show a payment

**GET** \`https://api.example/api/v1/counterparty/:counterparty_guid/payments/:payment_guid\`

Response

${json({ guid: 'text', amount: 25.5, cancelled_by: 'text', stellar_info: { hash: 'text' } })}

Errors:

| Code | Message |
|---|---|
| 400 | payment is cancelled |
| 400 | invalid UUID length: 3 |

${json({ error: 'too many payments' })}
`;

  it('is read: operations, members, statuses, errors', () => {
    const says = found(page, 'bank-integration/eng/api-methods/transfer.md').map(
      ({ kind, about, says }) => `${kind} | ${about} | ${says}`,
    );
    expect(says).toEqual(
      expect.arrayContaining([
        'lacks | POST /api/v1/counterparty/{counterparty_guid}/payments/{payment_guid}/cancel | the operation, under the heading Cancel a payment',
        expect.stringMatching(/^lacks \| getPayment .* \| answer cancelled_by: string$/),
        'lacks | error text | payment is cancelled',
        'lacks | error text | too many payments',
        expect.stringMatching(
          /^readable \| Transfer \| \d+ characters; the contract knows its beginning \(TR\)$/,
        ),
      ]),
    );
    expect(says.filter((text) => text.includes('invalid UUID length'))).toEqual([]);
    expect(says.filter((text) => text.includes('answer amount'))).toEqual([]);
  });
});

it('a sample of curl is a request', () => {
  const [operation] = parsePage(
    'x.md',
    `${fence}bash\ncurl -X POST 'https://x.example/api/v1/counterparty/${'0'.repeat(8)}-0000-0000-0000-000000000000/customers?notify=1' \\\n  -H 'authorization: bearer x' -d '{"login":"a","nick":"b"}'\n${fence}`,
  ).operations;
  expect(operation).toMatchObject({ method: 'POST' });
  expect(operation?.members.map(({ part, name }) => `${part} ${name}`)).toEqual([
    'query notify',
    'body login',
    'body nick',
  ]);
});

it('names keep their underscores, escaped or not; what stands above a page is no text of it', () => {
  const page = parsePage(
    'x.md',
    `---
description: Transfers
---

# _Payments_

## POST /api/v1/counterparty/{counterparty\\_guid}/external_id

| Field | Type | Required |
|---|---|---|
| sender_id | string | yes |
| receiver\\_id | string | no |
| **asset_code** | string | |
| login\\* | string | |
| \`_own_\` | string | |

{% tabs %}
{% tab title="409 Conflict" %}
${json({ error: 'taken' })}
{% endtab %}
{% endtabs %}
`,
  );
  expect(page.title).toBe('Payments');
  expect(page.operations).toMatchObject([
    { path: '/api/v1/counterparty/{counterparty_guid}/external_id', statuses: [409] },
  ]);
  expect(page.operations[0]?.members.map(({ name, required }) => [name, required])).toEqual([
    ['sender_id', true],
    ['receiver_id', false],
    ['asset_code', undefined],
    ['login', true],
    ['own', undefined],
  ]);
});

it.each([
  [`-d method=password -d identifier=a@b`, ['method', 'identifier']],
  [
    `--data-urlencode 'method=password' --data "identifier=a&csrf_token="`,
    ['method', 'identifier', 'csrf_token'],
  ],
  [`-H 'x: y' -d "{\\"login\\":\\"a\\"}"`, ['login']],
  [`-F login=a`, ['login']],
])('curl %s sends members', (data, names) => {
  const text = `${fence}sh\ncurl https://x.example/self-service/login ${data}\n${fence}`;
  const [operation] = parsePage('x.md', text).operations;
  expect(operation?.method).toBe('POST');
  expect(operation?.members.map(({ name }) => name)).toEqual(names);
});

it('tags of the editor are read', () => {
  const text = `{% swagger method="put" path="/api/v1/counterparty/{counterparty_guid}/segments" summary="Rename" %}
{% swagger-parameter in="body" name="colour" type="string" required="true" %}
the colour
{% endswagger-parameter %}
{% swagger-response status="409: Conflict" description="taken" %}
${json({ error: 'segment is taken' })}
{% endswagger-response %}
{% endswagger %}`;
  const { operations: described, errors } = parsePage('x.md', text);
  expect(described).toMatchObject([
    {
      method: 'PUT',
      heading: 'Rename',
      members: [{ part: 'body', name: 'colour', required: true }],
      statuses: [409],
    },
  ]);
  expect(errors).toEqual(['segment is taken']);
});

describe('pages are gathered', () => {
  it('from a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dcm-pages-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await mkdir(join(folder, 'bank-integration/eng'), { recursive: true });
    await writeFile(join(folder, 'bank-integration/eng/common.md'), '# Common requirements\n\ntext');
    const { pages } = await gatherFolder(folder);
    expect(comparePages(pages).differences).toMatchObject([
      { kind: 'readable', about: 'Common requirements', says: '27 characters; only its title was known' },
    ]);
  });

  it('from a site, by its list; another site is not called', async () => {
    const texts: Record<string, string> = {
      'https://docs.example/llms.txt':
        '- [One](https://docs.example/one.md)\n- [Two](/two.md)\n- [Away](https://away.example/x.md)',
      'https://docs.example/one.md': '# One',
    };
    const asked: string[] = [];
    const { pages, unread } = await gatherSite('https://docs.example', async (url) => {
      asked.push(url);
      const text = texts[url];
      return text === undefined ? { status: 404, text: '' } : { status: 200, text };
    });
    expect(pages.map(({ title }) => title)).toEqual(['One']);
    expect(unread).toEqual([
      {
        page: 'https://docs.example/llms.txt',
        problem: 'links to other sites, which are not asked: 1',
      },
      { page: 'https://docs.example/two.md', problem: 'HTTP 404' },
    ]);
    expect(asked.filter((url) => url.includes('away'))).toEqual([]);
  });
});
