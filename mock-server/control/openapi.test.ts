import { createConfig, lintFromString } from '@redocly/openapi-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { controlOperations, controlPages } from '../../contract/control/index.js';
import { openApi } from '../../contract/openapi.js';
import { operations } from '../../contract/operations/index.js';
import { createTestMock } from '../mock.testing.js';

/** The OpenAPI documents, as far as a reader of OpenAPI 3.1 relies on them. */

type Json = Readonly<Record<string, unknown>>;

interface Described extends Json {
  readonly operationId: string;
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: Json }[];
  readonly requestBody?: { content: Readonly<Record<string, { schema: Json }>> };
  readonly security: readonly Json[];
  readonly responses: Readonly<Record<string, { description: string; content?: Json }>>;
}

interface Document extends Json {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

const info = { title: 'DCM', version: '1', description: 'the operations' };

/** Every object below a value that a reader would take for a schema with a reference. */
function referencesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === '$ref' && typeof one === 'string' ? [one] : referencesOf(one),
  );
}

const schemasOf = (described: Described): Json[] => [
  ...described.parameters.map(({ schema }) => schema),
  ...Object.values(described.requestBody?.content ?? {}).map(({ schema }) => schema),
  ...Object.entries(described.responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([, response]) => response)
    .flatMap(({ content }) =>
      Object.values(content ?? {}).map((media) => (media as { schema: Json }).schema),
    ),
];

const documents = [
  [
    'the control API',
    { ...controlOperations, ...controlPages },
    async () => (await createTestMock()).control.getControlApi({}),
  ],
  ['DCM', operations, async () => openApi(operations, info)],
] as const;

describe.each(documents)('the OpenAPI document of %s', (_name, table, load) => {
  const declared = Object.values(table);
  let document: Document;
  let described: Described[];
  beforeAll(async () => {
    document = JSON.parse(JSON.stringify(await load())) as Document;
    described = Object.values(document.paths).flatMap((path) => Object.values(path));
  });

  test('has no errors under a public linter', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
      [],
    );
  });

  test('says what it is', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: expect.any(String), version: '1' } });
    expect(Object.keys(document)).toEqual(expect.arrayContaining(['info', 'openapi', 'paths']));
  });

  test('has every operation once, under an id of its own', () => {
    expect(described.map(({ operationId }) => operationId).sort()).toEqual(
      declared.map(({ id }) => id).sort(),
    );
    for (const { id, method, path } of declared) {
      expect(document.paths[path]?.[method.toLowerCase()]?.operationId).toBe(id);
    }
  });

  test('has no two paths that differ in names of parameters only', () => {
    const templates = Object.keys(document.paths).map((path) => path.replaceAll(/\{\w+\}/g, '{}'));
    expect(new Set(templates).size).toBe(templates.length);
  });

  test('declares the parameters of each path, each once, as required', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        const inPath = parameters.filter((parameter) => parameter.in === 'path');
        expect(inPath.map(({ name }) => name).sort()).toEqual(named.sort());
        expect(inPath.every(({ required }) => required)).toBe(true);
        expect(new Set(parameters.map((parameter) => `${parameter.in} ${parameter.name}`)).size).toBe(
          parameters.length,
        );
        for (const parameter of parameters) expect(['path', 'query']).toContain(parameter.in);
      }
    }
  });

  test('has bodies where the operations take them, and not with GET', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { requestBody }] of Object.entries(methods)) {
        const one = declared.find((each) => each.path === path && each.method.toLowerCase() === method);
        expect(requestBody !== undefined).toBe(one !== undefined && 'body' in one);
        if (method === 'get') expect(requestBody).toBeUndefined();
      }
    }
  });

  test('describes each answer', () => {
    for (const { responses } of described) {
      expect(Object.keys(responses)[0]).toMatch(/^20[04]$/);
      expect(Object.keys(responses)).toContain('4XX');
      for (const { description } of Object.values(responses)) expect(description).toMatch(/\S/);
    }
  });

  test('declares the credentials that its operations take, and no others', () => {
    const { securitySchemes } = document.components as { securitySchemes: Json };
    const used = described.flatMap(({ security }) => security.flatMap(Object.keys));
    expect(Object.keys(securitySchemes).sort()).toEqual([...new Set(used)].sort());
  });

  test('has schemas that stand for themselves', () => {
    for (const schema of described.flatMap(schemasOf)) {
      expect(referencesOf(schema)).toEqual([]);
      expect(schema).not.toHaveProperty('$schema');
      expect(() => z.fromJSONSchema(schema)).not.toThrow();
    }
  });
});

test('the schema of a request takes what the operation takes, and no more', () => {
  const document = openApi(controlOperations, info) as Document;
  const body = document.paths['/control/v1/clock']?.post?.requestBody?.content['application/json']?.schema;
  const clock = z.fromJSONSchema(body ?? {});
  expect(clock.safeParse({ forward_s: 1 }).success).toBe(true);
  for (const wrong of [{}, { forward_s: 'x' }, { forward_s: 0 }])
    expect(clock.safeParse(wrong).success).toBe(false);
});

test('a caller without the right to the control API is refused with 403, and the document says so', () => {
  const { paths } = openApi(controlOperations, info) as Document;
  for (const [method, { responses }] of Object.values(paths).flatMap((path) => Object.entries(path))) {
    expect(Object.keys(responses)).toContain('403');
    // The bank may decline what an officer does.
    if (method === 'get') expect(Object.keys(responses)).not.toContain('401');
  }
});

test('the query of a list says its bounds, its filters and what comes without them', () => {
  const document = openApi(controlOperations, info) as Document;
  const parameters = document.paths['/control/v1/transfers']?.get?.parameters ?? [];
  expect(parameters.map(({ name, required }) => [name, required])).toEqual(
    ['counterparty_guid', 'status', 'search', 'after', 'limit'].map((name) => [name, false]),
  );
  expect(parameters.at(-1)?.schema).toEqual({ type: 'integer', minimum: 1, maximum: 10_000, default: 1000 });
});
