import { readFile } from 'node:fs/promises';
import express from 'express';
import { beforeEach, describe, expect, test } from 'vitest';
import { controlOperations } from '../../contract/control/index.js';
import { errorCatalogue } from '../../contract/errors.js';
import { inventory } from '../../contract/inventory.testing.js';
import { legacyOperations } from '../../contract/legacy.js';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { defaultProfile, profileOptions } from '../../contract/profile/index.js';
import type { Source } from '../../contract/provenance.js';
import { refusalsOf } from '../../contract/refusals.js';
import { expectFresh, expectFreshPart, table } from '../../fresh-page.testing.js';
import { request } from '../../in-memory.testing.js';
import { allCollections } from '../domain/collections.js';
import type { Store } from '../domain/store.js';
import { createTestMock } from '../mock.testing.js';
import { createMemoryStore } from '../store/memory.js';
import { createWorld, type World } from '../world.testing.js';
import { withOperations } from './control-document.testing.js';
import { apiDocument, documentPaths } from './documents.js';
import { createSite } from './index.js';

/** The pages of the mock, the OpenAPI document, and docs/fidelity.md; `npm run docs` writes the table in it anew. */

const all: readonly Operation[] = Object.values(operations);
let world: World;
beforeEach(async () => {
  world = await createWorld();
});

test('every operation of the vendor is served as the inventory has it, and the legacy ones are named', () => {
  expect(inventory).toHaveLength(84);
  for (const [, id, method, path] of inventory) {
    expect(operations[id as keyof typeof operations]).toMatchObject({ id, method, path });
  }
  const inventoried = inventory.map(([, id]) => id);
  const ids = all.filter(({ path }) => !path.startsWith('/kratos')).map(({ id }) => id);
  expect(ids.filter((id) => !inventoried.includes(id))).toEqual([]);
  expect(legacyOperations).toHaveLength(10);
});

describe('the OpenAPI document', () => {
  test('marks every operation and member that is not documented, with a sentence', () => {
    const { paths } = apiDocument() as { paths: Record<string, Record<string, Record<string, unknown>>> };
    for (const operation of all) {
      const described = paths[operation.path]?.[operation.method.toLowerCase()] as {
        'x-provenance': string;
        description: string;
        'x-refusals'?: { status: number; message: string }[];
        parameters: { name: string; in: string; 'x-provenance'?: string; 'x-provenance-text'?: string }[];
      };
      const { id, source, assumed = {} } = operation;
      expect([id, described['x-provenance']]).toEqual([id, source]);
      expect(described.description).toMatch(/\.$/);
      const refused = described['x-refusals']?.map(({ status, message }) => `${status} ${message}`) ?? [];
      const declaredRefusals = refusalsOf(operation).map((code) => errorCatalogue[code]);
      expect([id, refused]).toEqual([
        id,
        declaredRefusals.map(({ status, message }) => `${status} ${message}`),
      ]);
      for (const parameter of described.parameters.filter((each) => each.in === 'query')) {
        const own: Source = assumed[`query.${parameter.name}`] ?? assumed.query ?? source;
        expect([id, parameter.name, parameter['x-provenance']]).toEqual([
          id,
          parameter.name,
          own.startsWith('D ') ? undefined : own,
        ]);
        if (parameter['x-provenance']) expect(parameter['x-provenance-text']).toMatch(/\.$/);
      }
    }
    expect(JSON.stringify(paths).match(/"x-provenance":"A"/g)?.length).toBeGreaterThan(100);
  });
});

describe('the pages', () => {
  const get = (path: string) => request(world.app).get(path);

  test('links lead to pages that there are', async () => {
    const seen = new Set(['/']);
    for (const path of seen) {
      const { status, text, headers } = await get(path).set('accept', 'text/html');
      const expected = path.startsWith('/console') ? expect.any(Number) : path === '/docs' ? 303 : 200;
      expect([path, status]).toEqual([path, expected]);
      if (!headers['content-type']?.includes('html')) continue;
      for (const [, link = ''] of text.matchAll(/href="([^"#]+)[^"]*"/g))
        if (!/^(?:https?|data):/.test(link)) seen.add(new URL(link, `http://mock${path}`).pathname);
    }
    expect([...seen]).toEqual(
      expect.arrayContaining(['/fidelity', '/docs/options', ...Object.values(documentPaths)]),
    );
  });

  test('a page that could not be read once is read again', async () => {
    let readable = false;
    const app = express().use(
      createSite({}, async (name) => {
        if (!readable) throw new Error('not yet');
        return `# ${name}`;
      }),
    );
    app.use((error: Error, _request: unknown, response: express.Response, _next: unknown) => {
      response.status(500).send(error.message);
    });
    expect((await request(app).get('/fidelity')).text).toBe('not yet');
    readable = true;
    expect((await request(app).get('/fidelity')).text).toContain('fidelity.md');
  });

  test.each([
    '/',
    '/docs/operations',
    '/docs/bank',
    '/docs/driver',
    '/docs/control',
    '/fidelity',
    '/docs/options',
  ])('%s loads nothing from elsewhere and runs no script', async (path) => {
    const { status, text, headers } = await get(path).set('accept', 'text/html');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|src=|style=/);
    expect(text).toContain('<html lang="en">');
  });

  test('/docs leads to the reference; /docs/operations has every operation, and the journal none of it', async () => {
    expect((await get('/docs')).headers.location).toBe('/console/reference');
    const { text } = await get('/docs/operations');
    for (const { id } of all) expect(text).toContain(`id="${id}"`);
    expect((await get('/docs/style.css')).headers['content-type']).toContain('text/css');
    expect(world.journal.search({ direction: 'in' }, 100).some(({ url }) => url.startsWith('/docs'))).toBe(
      false,
    );
  });
});

test('docs/control-api.md has every operation of the control API', async () => {
  const page = await readFile(new URL('../../docs/control-api.md', import.meta.url), 'utf8');
  const written = withOperations(page);
  await expectFresh('docs/control-api.md', written);
  for (const id of Object.keys(controlOperations)) expect(written).toContain(`| \`${id}\` |`);
});

describe('/', () => {
  const origin = 'http://dcm.test:4010';
  const get = (path: string, accept: string) =>
    request(world.app).get(path).set({ host: 'dcm.test:4010', accept });

  test('is JSON for programs: what to configure, and the pages', async () => {
    for (const accept of ['*/*', 'application/json']) {
      const { status, body, headers } = await get('/', accept);
      expect([status, headers['content-type'], headers.vary]).toEqual([
        ...[200, 'application/json; charset=utf-8', 'Accept'],
      ]);
      expect(body).toMatchObject({
        configure: { api: `${origin}/api/v1`, login: `${origin}/kratos`, control: `${origin}/control/v1` },
        pages: { console: `${origin}/console`, docs: `${origin}/docs`, health: `${origin}/health` },
      });
    }
  });

  test('is a page for browsers, with the same', async () => {
    const { text, headers } = await get('/', 'text/html,application/xhtml+xml,*/*;q=0.8');
    expect([headers['content-type'], headers.vary]).toEqual(['text/html; charset=utf-8', 'Accept']);
    for (const path of ['/console', '/docs', '/fidelity', '/health'])
      expect(text).toContain(`href="${path}"`);
    for (const path of ['/api/v1', '/kratos', '/control/v1', '/horizon'])
      expect(text).toContain(`<code>${origin}${path}</code>`);
  });

  test('shows a host that is markup as text', async () => {
    const { text } = await request(world.app).get('/').set({ host: '<b>"x', accept: 'text/html' });
    expect(text).toContain('http://&#60;b&#62;&#34;x/api/v1');
  });
});

describe('/health', () => {
  test('is 200 while all is well, and in no journal', async () => {
    const { last } = world.journal;
    const { status, body, headers } = await request(world.app).get('/health');
    expect([status, body, headers['cache-control']]).toEqual([
      ...[200, { status: 'ok', checks: { state: { status: 'ok' } } }, 'no-store'],
    ]);
    expect(world.journal.last).toBe(last);
  });

  test('is 503 and says what is wrong otherwise', async () => {
    const probes = {
      state: async () => 'no space left',
      banks: async () => undefined,
      odd: () => Promise.reject(new Error('/secret/path')),
    };
    const { status, body } = await request(express().use(createSite(probes))).get('/health');
    expect([status, body]).toEqual([
      503,
      {
        status: 'failing',
        checks: {
          state: { status: 'failing', problem: 'no space left' },
          banks: { status: 'ok' },
          odd: { status: 'failing', problem: 'cannot be checked' },
        },
      },
    ]);
  });

  test('is 503 once the state can no longer be read', async () => {
    const memory = createMemoryStore(allCollections);
    let broken = false;
    const store: Store = {
      ...memory,
      read: (act) => (broken ? Promise.reject(new Error('EIO')) : memory.read(act)),
    };
    const mock = await createTestMock({ store });
    broken = true;
    const { status, body } = await request(mock.app).get('/health');
    broken = false;
    expect([status, body.checks.state]).toEqual([
      503,
      { status: 'failing', problem: 'the state cannot be read' },
    ]);
  });
});

test.each(['/docs/nothing', '/driver', '/bank'])(
  '%s is no page, and those that there are are named',
  async (path) => {
    const { status, body } = await request(express().use(createSite({}))).get(path);
    expect(status).toBe(404);
    expect(body.error).toContain(
      `no page ${path}; there are /, /console, /docs, /docs/operations, /docs/bank`,
    );
  },
);

describe('docs/fidelity.md', () => {
  const file = new URL('../../docs/fidelity.md', import.meta.url);

  test('has the operations as they are declared', async () => {
    const rows = all.map(({ id, method, path, source, pathSource = '', assumed = {} }) => {
      const members = Object.entries(assumed).map(([name, from]) => `${name} ${from}`);
      return [id, `${method} \`${path}\``, source, pathSource, members.join(', ')];
    });
    const head = ['operation', 'method and path', 'source', 'path', 'members of another source'];
    await expectFreshPart('docs/fidelity.md', 'operations', table(head, rows));
  });

  test('names every option behind an open question', async () => {
    const text = await readFile(file, 'utf8');
    for (const [name, { unknown }] of Object.entries(profileOptions)) {
      if (unknown !== '-') expect([name, text.includes(`\`${name}\``)]).toEqual([name, true]);
    }
  });

  test('leaves the defaults of options to their page', async () => {
    const text = await readFile(file, 'utf8');
    for (const [name, value] of Object.entries(defaultProfile))
      for (const row of text
        .split('\n')
        .filter((line) => line.startsWith('|') && line.includes(`\`${name}\``)))
        expect(formsOf(name, value).filter((form) => row.includes(form))).toEqual([]);
  });
});

/** How prose would repeat the default of an option. */
function formsOf(name: string, value: unknown): string[] {
  if (Array.isArray(value)) return [value.join(', ')];
  if (name.endsWith('_ms')) return [`${Number(value) / 1000} s`];
  if (name.endsWith('_s')) return [`${value} s`, `${Number(value) / 3600} h`];
  return name === 'asset_code' ? [`; \`${value}\``, `| \`${value}\``] : [`${name} ${value}`];
}
