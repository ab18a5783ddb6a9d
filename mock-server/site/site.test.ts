import { readFile, writeFile } from 'node:fs/promises';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import express from 'express';
import supertest from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { errorCatalogue } from '../../contract/errors.js';
import { inventory } from '../../contract/inventory.js';
import { legacyOperations } from '../../contract/legacy.js';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { profileOptions } from '../../contract/profile.js';
import type { Source } from '../../contract/provenance.js';
import { refusalsOf } from '../../contract/refusals.js';
import { createWorld, type World } from '../world.testing.js';
import { apiDocument, createSite } from './index.js';

/** The pages of the mock, the OpenAPI document, and docs/fidelity.md; `UPDATE_DOCS=1` writes the table in it anew. */

const all: readonly Operation[] = Object.values(operations);
let world: World;
beforeAll(async () => {
  world = await createWorld();
});

test('every operation of the vendor is served as the inventory has it, and the legacy ones are named', () => {
  expect(inventory).toHaveLength(84);
  for (const [, id, method, path] of inventory) {
    expect(operations[id as keyof typeof operations]).toMatchObject({ id, method, path });
  }
  expect(legacyOperations).toHaveLength(10);
});

describe('the OpenAPI document', () => {
  test('has no errors under a public linter', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: JSON.stringify(apiDocument()), config });
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
      [],
    );
  });

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
      for (const one of described.parameters.filter((each) => each.in === 'query')) {
        const own: Source = assumed[`query.${one.name}`] ?? assumed.query ?? source;
        expect([id, one.name, one['x-provenance']]).toEqual([
          id,
          one.name,
          own.startsWith('D ') ? undefined : own,
        ]);
        if (one['x-provenance']) expect(one['x-provenance-text']).toMatch(/\.$/);
      }
    }
    expect(JSON.stringify(paths).match(/"x-provenance":"A"/g)?.length).toBeGreaterThan(100);
  });
});

describe('the pages', () => {
  const get = (path: string) => supertest(world.app).get(path);

  test('links lead to pages that there are', async () => {
    const seen = new Set(['/docs']);
    for (const path of seen) {
      const { status, text, headers } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      if (!headers['content-type']?.includes('html')) continue;
      for (const [, link = ''] of text.matchAll(/href="([^"#]+)[^"]*"/g))
        if (!/^https?:/.test(link)) seen.add(new URL(link, `http://mock${path}`).pathname);
    }
    expect([...seen]).toEqual(expect.arrayContaining(['/fidelity', '/docs/options', '/openapi.json']));
  });

  test('a page that could not be read once is read again', async () => {
    let readable = false;
    const app = express().use(
      createSite(async (name) => {
        if (!readable) throw new Error('not yet');
        return `# ${name}`;
      }),
    );
    app.use((error: Error, _request: unknown, response: express.Response, _next: unknown) => {
      response.status(500).send(error.message);
    });
    expect((await supertest(app).get('/fidelity')).text).toBe('not yet');
    readable = true;
    expect((await supertest(app).get('/fidelity')).text).toContain('fidelity.md');
  });

  test.each(['/docs', '/fidelity', '/docs/options'])(
    '%s loads nothing from elsewhere and runs no script',
    async (path) => {
      const { status, text, headers } = await get(path);
      expect(status).toBe(200);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(text).not.toMatch(/<script|src=|style=/);
      expect(text).toContain('<html lang="en">');
    },
  );

  test('/docs has every operation, /openapi.json the document, and the journal none of it', async () => {
    const { text } = await get('/docs');
    for (const { id } of all) expect(text).toContain(`id="${id}"`);
    expect((await get('/openapi.json')).body).toEqual(JSON.parse(JSON.stringify(apiDocument())));
    expect((await get('/docs/style.css')).headers['content-type']).toContain('text/css');
    expect(world.journal.search({ direction: 'in' }, 100).some(({ url }) => url.startsWith('/docs'))).toBe(
      false,
    );
  });
});

describe('docs/fidelity.md', () => {
  const file = new URL('../../docs/fidelity.md', import.meta.url);
  const [begin, end] = ['<!-- operations: made from the contract -->', '<!-- end of operations -->'];

  const table = (): string => {
    const rows = all.map(({ id, method, path, source, pathSource = '', assumed = {} }) => {
      const members = Object.entries(assumed).map(([name, from]) => `${name} ${from}`);
      return `| ${id} | ${method} \`${path}\` | ${source} | ${pathSource} | ${members.join(', ')} |`;
    });
    return `${begin}\n\n| operation | method and path | source | path | members of another source |\n|---|---|---|---|---|\n${rows.join('\n')}\n\n${end}`;
  };

  test('has the operations as they are declared', async () => {
    const text = await readFile(file, 'utf8');
    const fresh = `${text.slice(0, text.indexOf(begin))}${table()}${text.slice(text.indexOf(end) + end.length)}`;
    if (process.env.UPDATE_DOCS === '1') await writeFile(file, fresh);
    else expect(text).toBe(fresh);
  });

  test('names every option', async () => {
    const text = await readFile(file, 'utf8');
    const options = await readFile(new URL('../../docs/options.md', import.meta.url), 'utf8');
    for (const name of Object.keys(profileOptions)) expect(options).toContain(`\`${name}\``);
    for (const [name, { unknown }] of Object.entries(profileOptions)) {
      if (unknown !== '-') expect([name, text.includes(`\`${name}\``)]).toEqual([name, true]);
    }
  });
});
