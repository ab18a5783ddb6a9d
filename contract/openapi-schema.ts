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
  return rest as Json;
};
