import { z } from 'zod';
import { flagText } from './schemas.js';

export type Json = Record<string, unknown>;

/** A schema of the contract as OpenAPI writes it. */
export const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // On the wire it is a string, as everything in a query; the documentation has a boolean.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema !== flagText) return;
      delete jsonSchema.enum;
      jsonSchema.type = 'boolean';
    },
  });
  return withoutOptions(rest) as Json;
};

/** An alternative that a response has only under an option of the profile, for `meta`. */
export const onlyWith = (option: string) => ({ 'x-option': option });

/** A generated client has one type for a response and its members: the usual one. */
function withoutOptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOptions);
  if (typeof value !== 'object' || value === null) return value;
  const schema: Json = Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withoutOptions(item)]),
  );
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf)) return schema;
  const [usual = {}, other = {}] = anyOf as readonly Json[];
  const { 'x-option': option, ...alternative } = other;
  if (option === undefined) return schema;
  return {
    ...rest,
    ...usual,
    description: `With the option \`${option}\` of the mock it has another form.`,
    'x-alternative': { option, schema: alternative },
  };
}
