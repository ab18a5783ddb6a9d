import { expect, test } from 'vitest';
import { asVersion30 } from './openapi-30.js';

/** One schema as the older version writes it. */
function converted(schema: object): unknown {
  const document = {
    openapi: '3.1.0',
    info: { title: 't', version: '1' },
    components: { schemas: { One: schema } },
  };
  const { components } = asVersion30(document) as { components: { schemas: { One: unknown } } };
  return components.schemas.One;
}

const text = { type: 'string' };
const $ref = '#/components/schemas/Two';

test.each<[string, object, object]>([
  ['a constant', { const: 'x', ...text }, { ...text, enum: ['x'] }],
  ['a type or null', { type: ['string', 'null'] }, { ...text, nullable: true }],
  ['several types', { type: ['string', 'integer'] }, { anyOf: [text, { type: 'integer' }] }],
  [
    'a variant null',
    { anyOf: [text, { type: 'null' }], description: 'd' },
    { ...text, description: 'd', nullable: true },
  ],
  ['a reference or null', { anyOf: [{ $ref }, { type: 'null' }] }, { allOf: [{ $ref }], nullable: true }],
  [
    'variants and null',
    { oneOf: [text, { const: 1 }, { type: 'null' }] },
    { oneOf: [text, { enum: [1] }], nullable: true },
  ],
  ['a reference with more', { $ref, description: 'd' }, { allOf: [{ $ref }], description: 'd' }],
  ['a reference alone', { $ref }, { $ref }],
  ['an excluded bound', { exclusiveMinimum: 0 }, { minimum: 0, exclusiveMinimum: true }],
  ['another', { exclusiveMaximum: 9, minimum: 1 }, { maximum: 9, exclusiveMaximum: true, minimum: 1 }],
  ['examples', { ...text, examples: ['a', 'b'] }, { ...text, example: 'a' }],
  ['words that are not there', { type: 'object', propertyNames: text, $comment: 'c' }, { type: 'object' }],
  [
    'what is within',
    { type: 'object', properties: { const: { const: 1 } }, additionalProperties: { const: 2 } },
    { type: 'object', properties: { const: { enum: [1] } }, additionalProperties: { enum: [2] } },
  ],
  ['items', { type: 'array', items: { const: 1 } }, { type: 'array', items: { enum: [1] } }],
  [
    'what is open',
    { type: 'object', additionalProperties: false },
    { type: 'object', additionalProperties: false },
  ],
])('%s', (_what, schema, expected) => {
  expect(converted(schema)).toEqual(expected);
});

test('leaves what is no schema, and has no webhooks and no identifier of a licence', () => {
  const example = { schema: { const: 1 }, type: ['a', 'null'] };
  const kept = { get: { 'x-note': example, examples: { one: { value: example } } } };
  const document = {
    openapi: '3.1.0',
    info: { title: 't', version: '1', license: { name: 'n', identifier: 'MIT' } },
    webhooks: {},
    paths: { '/a': kept, '/b': { get: { parameters: [{ schema: { const: 1 } }] } } },
  };
  expect(asVersion30(document)).toEqual({
    openapi: '3.0.3',
    info: { title: 't', version: '1', license: { name: 'n' } },
    paths: { '/a': kept, '/b': { get: { parameters: [{ schema: { enum: [1] } }] } } },
  });
});
