import { z } from 'zod';
import { errorCatalogue } from './errors.js';
import { questionsOf } from './open-questions.js';
import { callbackComponents, callbacksOf } from './openapi-callbacks.js';
import { componentsOf } from './openapi-components.js';
import { marked, withMarks } from './openapi-marks.js';
import { findingHeader, refusals } from './openapi-refusals.js';
import { type Json, schemaOf } from './openapi-schema.js';
import { type Operation, type OperationTable, permissionOf } from './operation.js';
import { parseSource } from './provenance.js';
import { provenanceText, titleOf } from './provenance-text.js';
import { openQuestions } from './readings/index.js';
import { refusalsOf } from './refusals.js';

/** The OpenAPI 3.1 document of a table of operations, derived from their declarations. */

export interface OpenApiInfo {
  readonly title: string;
  readonly version: string;
  readonly description: string;
}

/** @param server the URL below which the operations are served */
export function openApi(table: OperationTable, info: OpenApiInfo, server = '/'): object {
  const paths: Record<string, Record<string, object>> = {};
  const operations = Object.values(table);
  for (const operation of operations) {
    const path = paths[operation.path] ?? {};
    path[operation.method.toLowerCase()] = describeOperation(operation);
    paths[operation.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: { ...info, license: { name: 'Internal use', identifier: 'UNLICENSED' } },
    servers: [{ url: server, description: 'this mock' }],
    tags: [...new Set(operations.map(tagOf))].map((name) => ({ name, description: titleOf(name) })),
    security: [],
    paths,
    components: {
      ...componentsOf(new Set(operations.flatMap(securityOf).flatMap(Object.keys))),
      ...callbackComponents(operations),
    },
  };
}

/** Operations are grouped by their resource, otherwise by the page that they come from. */
const tagOf = ({ resource, source }: Operation): string => resource ?? parseSource(source).page;

/** A request body with the members that the documentation or the mock requires. */
const bodySchema = ({ body, required = [] }: Operation): Json => {
  const schema = schemaOf(body ?? z.object({}), 'input');
  const all = [...((schema.required as string[] | undefined) ?? []), ...required];
  return all.length === 0 ? schema : { ...schema, required: [...new Set(all)] };
};

function describeOperation(operation: Operation): object {
  const content = (operation.accepts ?? ['json']).map((encoding) => [
    encoding === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
    operation.body ? { schema: withMarks(bodySchema(operation), operation, 'body') } : {},
  ]);
  const { pathSource = operation.source } = operation;
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: `${provenanceText(operation.source)}${pathSource === operation.source ? '' : ` Its path: ${provenanceText(pathSource)}`}`,
    tags: [tagOf(operation)],
    'x-provenance': operation.source,
    ...(pathSource === operation.source ? {} : { 'x-provenance-path': pathSource }),
    ...(operation.permission ? { 'x-permission': permissionOf(operation) } : {}),
    ...refusedBy(operation),
    ...leftOpen(operation),
    security: securityOf(operation),
    parameters: [...parameters(operation, 'path'), ...parameters(operation, 'query')],
    ...(operation.body ? { requestBody: { required: true, content: Object.fromEntries(content) } } : {}),
    responses: { ...success(operation), ...refusals(operation) },
    ...callbacksOf(operation),
  };
}

/** The refusals of the operation, as status, `DCM-Reason` and text. */
function refusedBy(operation: Operation): object {
  const codes = refusalsOf(operation);
  if (codes.length === 0) return {};
  return {
    'x-refusals': codes.map((code) => {
      const { status, reason, message, source } = errorCatalogue[code];
      return { status, reason, message, 'x-provenance': source };
    }),
  };
}

/** What the documentation leaves open about it; docs/fidelity.md has the numbers. */
function leftOpen(operation: Operation): object {
  const asked = new Set(questionsOf(operation));
  const open = openQuestions.filter(({ unknown }) => asked.has(unknown));
  return open.length === 0
    ? {}
    : { 'x-open-questions': open.map(({ unknown, asks }) => ({ id: unknown, asks: asks.en })) };
}

function securityOf({ caller, session }: Operation): object[] {
  const bySession = [{ sessionToken: [] }, { session: [] }];
  if (caller === 'public')
    return session === undefined ? [] : [...(session === 'optional' ? [{}] : []), ...bySession];
  if (caller === 'control') return [{}, { controlToken: [] }];
  if (caller === 'officer') return [{ session: [] }];
  return caller === 'bank' ? [{ bankToken: [] }] : [{ session: [] }, { bankToken: [] }];
}

function success(operation: Operation): object {
  const description = operation.withoutBody === undefined ? 'done' : 'done; no body';
  const headers = { 'DCM-Finding': findingHeader };
  if (operation.withoutBody !== undefined) return { [operation.withoutBody]: { description, headers } };
  const schema = withMarks(schemaOf(operation.answer, 'output'), operation, 'answer');
  return { 200: { description, headers, content: { [operation.media ?? 'application/json']: { schema } } } };
}

function parameters(operation: Operation, place: 'path' | 'query'): object[] {
  const schema = place === 'path' ? operation.params : operation.query;
  const { assumed = {}, source, pathSource = source } = operation;
  return Object.entries(schema?.shape ?? {}).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || !(one as z.ZodType).safeParse(undefined).success,
    schema: repeatable(schemaOf(one as z.ZodType, 'input')),
    ...marked(place === 'path' ? pathSource : (assumed[`query.${name}`] ?? assumed.query ?? source)),
  }));
}

/** One value or several are the same in a query: the parameter is repeated. */
function repeatable(schema: Json): Json {
  const { anyOf, ...rest } = schema;
  const [one, many] = (anyOf ?? []) as readonly Json[];
  return many?.type === 'array' && JSON.stringify(many.items) === JSON.stringify(one)
    ? { ...rest, ...many }
    : schema;
}
