/** JSON Schemas as rows of a table, and as an example. */

/** A JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Member {
  /** Its place: `payments[].amount`. */
  readonly at: string;
  readonly type: string;
  readonly required: boolean;
  /** Format, values, limits. */
  readonly limits: string;
  readonly description: string;
  /** Where it comes from, if that is not where the operation comes from. */
  readonly source: string;
}

export type Schemas = Readonly<Record<string, Schema>>;

const deepest = 6;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema with its reference replaced. */
function resolved(schema: Schema, schemas: Schemas): Schema {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
  return name === undefined ? schema : (schemas[name] ?? {});
}

const alternatives = (schema: Schema): readonly Schema[] =>
  (['anyOf', 'oneOf'] as const).flatMap((name) => {
    const list = schema[name];
    return Array.isArray(list) ? list.filter(isSchema) : [];
  });

function typeOf(schema: Schema, schemas: Schemas): string {
  const of = resolved(schema, schemas);
  const others = alternatives(of);
  if (others.length > 0) return [...new Set(others.map((one) => typeOf(one, schemas)))].join(' | ');
  if (of.const !== undefined) return JSON.stringify(of.const);
  const type = Array.isArray(of.type) ? of.type.join(' | ') : String(of.type ?? '');
  return type === 'array' && isSchema(of.items) ? `${typeOf(of.items, schemas)}[]` : type;
}

const limitNames = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'default',
] as const;

function limitsOf(of: Schema): string {
  const values = Array.isArray(of.enum) ? of.enum.map((value) => JSON.stringify(value)).join(' | ') : '';
  // The pattern of a format says nothing more.
  const pattern = of.format === undefined && typeof of.pattern === 'string' ? of.pattern : '';
  // Every whole number of a schema is as safe as one can be.
  const safe = (value: unknown) => typeof value === 'number' && Math.abs(value) >= Number.MAX_SAFE_INTEGER;
  const others = limitNames.filter((name) => of[name] !== undefined && !safe(of[name]));
  return [of.format, values, pattern, ...others.map((name) => `${name} ${JSON.stringify(of[name])}`)]
    .filter(Boolean)
    .join(', ');
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** All members of a schema, those of lists and of members included. */
export function membersOf(schema: Schema, schemas: Schemas, before = '', depth = 0): Member[] {
  const of = resolved(schema, schemas);
  if (depth > deepest) return [];
  if (isSchema(of.items)) return membersOf(of.items, schemas, `${before}[]`, depth + 1);
  const others = alternatives(of);
  if (others.length > 0) {
    const all = others.flatMap((one) => membersOf(one, schemas, before, depth + 1));
    return [...new Map(all.map((member) => [member.at, member])).values()];
  }
  const required = Array.isArray(of.required) ? of.required : [];
  return Object.entries(isSchema(of.properties) ? of.properties : {}).flatMap(([name, value]) => {
    const member = isSchema(value) ? value : {};
    const here = resolved(member, schemas);
    const at = before === '' ? name : `${before}.${name}`;
    return [
      {
        at,
        type: typeOf(member, schemas),
        required: required.includes(name),
        limits: limitsOf(here),
        description: text(member.description ?? here.description),
        source: text(member['x-provenance'] ?? here['x-provenance']),
      },
      ...membersOf(member, schemas, at, depth + 1),
    ];
  });
}

/** An example with the members that are required: what has to be replaced is recognizable. */
export function exampleOf(schema: Schema, schemas: Schemas, depth = 0): unknown {
  const of = resolved(schema, schemas);
  if (depth > deepest) return null;
  for (const given of [of.example, of.const, of.default]) if (given !== undefined) return given;
  if (Array.isArray(of.enum)) return of.enum[0];
  const [first] = alternatives(of);
  if (first) return exampleOf(first, schemas, depth + 1);
  if (isSchema(of.items)) return [exampleOf(of.items, schemas, depth + 1)];
  switch (Array.isArray(of.type) ? of.type[0] : of.type) {
    case 'object': {
      const required = Array.isArray(of.required) ? of.required.map(String) : [];
      const properties = isSchema(of.properties) ? of.properties : {};
      return Object.fromEntries(
        required.map((name) => {
          const member = properties[name];
          return [name, isSchema(member) ? exampleOf(member, schemas, depth + 1) : null];
        }),
      );
    }
    case 'integer':
    case 'number':
      return typeof of.minimum === 'number' && of.minimum > 1 ? of.minimum : 1;
    case 'boolean':
      return true;
    case 'string':
      return of.format === 'uuid' ? '00000000-0000-4000-8000-000000000000' : '';
    default:
      return null;
  }
}
