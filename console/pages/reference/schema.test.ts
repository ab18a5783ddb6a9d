import { expect, it } from 'vitest';
import { apiDocument } from '../../../mock-server/site/documents.js';
import { exampleOf, membersOf, type Schema, type Schemas } from './schema.js';

const schemas: Schemas = {
  Row: {
    type: 'object',
    properties: { guid: { type: 'string', format: 'uuid' }, next: { $ref: '#/x/Row' } },
    required: ['guid'],
  },
};

it('lists members at any depth, with references replaced, and ends where a schema refers to itself', () => {
  const list: Schema = {
    type: 'object',
    properties: {
      total: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER, 'x-provenance': 'A' },
      rows: { type: 'array', items: { $ref: '#/x/Row' } },
      kind: { anyOf: [{ enum: ['a', 'b'], type: 'string' }, { type: 'null' }] },
    },
    required: ['rows'],
  };
  const members = membersOf(list, schemas);
  expect(members.slice(0, 3)).toEqual([
    { at: 'total', type: 'integer', required: false, limits: 'minimum 0', description: '', source: 'A' },
    { at: 'rows', type: 'object[]', required: true, limits: '', description: '', source: '' },
    { at: 'rows[].guid', type: 'string', required: true, limits: 'uuid', description: '', source: '' },
  ]);
  expect(members.at(-1)).toMatchObject({ at: 'kind', type: 'string | null' });
  expect(members.length).toBeLessThan(30);
});

interface Described {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

it('an example has what every documented body requires', () => {
  const { paths } = apiDocument() as unknown as { paths: Record<string, Record<string, Described>> };
  const bodies = Object.values(paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {})),
  );
  expect(bodies.length).toBeGreaterThan(40);
  for (const { schema } of bodies) {
    const example = exampleOf(schema, {}) as Record<string, unknown>;
    expect(Object.keys(example)).toEqual(expect.arrayContaining((schema.required as string[]) ?? []));
    for (const [name, value] of Object.entries(example)) {
      const type = (schema.properties as Record<string, { type?: string }>)[name]?.type;
      const ofNumber = ['number', 'integer'].includes(type ?? '');
      if (ofNumber) expect(value).toEqual(expect.any(Number));
    }
  }
});
