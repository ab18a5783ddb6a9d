import type { Json } from './openapi-schema.js';

/**
 * An OpenAPI 3.1 document as 3.0.3, for generators that stumble over 3.1: the schemas are those of an older draft of
 * JSON Schema, a licence has no identifier, and there are no webhooks.
 */
export function asVersion30(document: object): object {
  const { openapi: _version, info, webhooks: _none, ...rest } = document as Json;
  const { license, ...about } = info as Json;
  const { identifier: _spdx, ...named } = (license ?? {}) as Json;
  return {
    openapi: '3.0.3',
    info: { ...about, ...(license === undefined ? {} : { license: named }) },
    ...(convert(rest) as Json),
  };
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Looks for schemas; what stands in examples and extensions is data. */
function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (!isObject(value)) return value;
  return mapped(value, (one, name) => {
    if (name === 'example' || name === 'examples' || name.startsWith('x-')) return one;
    if (name === 'schema') return schemaOf(one as Json);
    if (name === 'schemas') return mapped(one as Json, (each) => schemaOf(each as Json));
    return convert(one);
  });
}

const mapped = (value: Json, change: (one: unknown, name: string) => unknown): Json =>
  Object.fromEntries(Object.entries(value).map(([name, one]) => [name, change(one, name)]));

/** Words that 3.0 does not have, and that only restrict further. */
const unknown = new Set([
  '$schema',
  '$comment',
  'propertyNames',
  'patternProperties',
  'prefixItems',
  'contentEncoding',
]);

const isNull = (one: unknown) => isObject(one) && one.type === 'null';

function schemaOf(schema: Json): Json {
  if (typeof schema !== 'object') return {};
  const { $ref, ...beside } = schema;
  // Beside a reference, 3.0 ignores everything.
  if ($ref !== undefined)
    return Object.keys(beside).length === 0 ? schema : { allOf: [{ $ref }], ...schemaOf(beside) };
  const kept = Object.fromEntries(Object.entries(schema).filter(([name]) => !unknown.has(name)));
  const parts = mapped(kept, (one, name) => {
    if (name === 'properties') return mapped(one as Json, (each) => schemaOf(each as Json));
    if (name === 'items' || name === 'not') return schemaOf(one as Json);
    if (name === 'additionalProperties') return isObject(one) ? schemaOf(one) : one;
    if (name === 'allOf') return (one as Json[]).map(schemaOf);
    return one;
  });
  return withBounds(withVariants(withoutNull(withConst(parts))));
}

function withConst({ const: only, ...schema }: Json): Json {
  return only === undefined ? schema : { ...schema, enum: [only] };
}

/** `type: [X, 'null']` */
function withoutNull(schema: Json): Json {
  const { type, ...rest } = schema;
  if (!Array.isArray(type)) return schema;
  const others = type.filter((one) => one !== 'null');
  const nullable = others.length < type.length ? { nullable: true } : {};
  return others.length === 1
    ? { type: others[0], ...rest, ...nullable }
    : { ...rest, anyOf: others.map((one) => ({ type: one })), ...nullable };
}

/** `anyOf: [X, { type: 'null' }]`, also with `oneOf`. */
function withVariants(schema: Json): Json {
  for (const name of ['anyOf', 'oneOf'] as const) {
    const { [name]: variants, ...rest } = schema;
    if (!Array.isArray(variants)) continue;
    const others = variants.filter((one) => !isNull(one)).map(schemaOf);
    if (others.length === variants.length) return { ...rest, [name]: others };
    const [only = {}, ...more] = others;
    if (more.length > 0) return { ...rest, [name]: others, nullable: true };
    return only.$ref === undefined
      ? { ...rest, ...only, nullable: true }
      : { ...rest, allOf: [only], nullable: true };
  }
  return schema;
}

/** A bound and whether it is excluded are two members in 3.0; of examples there is one. */
function withBounds(schema: Json): Json {
  const { exclusiveMinimum: above, exclusiveMaximum: below, examples, ...rest } = schema;
  return {
    ...rest,
    ...(typeof above === 'number' ? { minimum: above, exclusiveMinimum: true } : {}),
    ...(typeof below === 'number' ? { maximum: below, exclusiveMaximum: true } : {}),
    ...(Array.isArray(examples) ? { example: examples[0] } : {}),
  };
}
