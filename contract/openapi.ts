import { z } from 'zod';
import type { Operation, OperationTable } from './operation.js';

/** The OpenAPI 3.1 document of a table of operations, derived from their declarations. */
export function openApi(
  table: OperationTable,
  info: { title: string; version: string; description: string },
): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of Object.values(table)) {
    const path = paths[operation.path] ?? {};
    path[operation.method.toLowerCase()] = describeOperation(operation);
    paths[operation.path] = path;
  }
  return { openapi: '3.1.0', info, paths };
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

function describeOperation(operation: Operation): object {
  const content = (operation.accepts ?? ['json']).map((encoding) => [
    encoding === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
    operation.body ? { schema: schemaOf(operation.body, 'input') } : {},
  ]);
  return {
    operationId: operation.id,
    summary: operation.summary,
    'x-provenance': operation.source,
    parameters: [...parameters(operation.params, 'path'), ...parameters(operation.query, 'query')],
    ...(operation.body ? { requestBody: { required: true, content: Object.fromEntries(content) } } : {}),
    responses: {
      200: {
        description: 'done',
        content: { 'application/json': { schema: schemaOf(operation.answer, 'output') } },
      },
      default: { description: 'refused; header DCM-Reason says why' },
    },
  };
}

function parameters(schema: z.ZodObject | undefined, place: 'path' | 'query'): object[] {
  return Object.entries(schema?.shape ?? {}).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || !(one as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(one as z.ZodType, 'input'),
  }));
}
