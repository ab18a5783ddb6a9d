import { type ErrorEntry, errorCatalogue } from './errors.js';
import { kratosError } from './kratos-errors.js';
import { type Json, schemaOf } from './openapi-schema.js';
import { needsCredential, type Operation } from './operation.js';
import { refusalsOf } from './refusals.js';

/** The refusals of an operation in its OpenAPI description. */

export const findingHeader = {
  description:
    'where the request departs from the documentation although it was served: rule, level and a sentence',
  schema: { type: 'string' },
};

const hintHeader = {
  description: 'what exactly was wrong and what would be right: the cause of the refusal and a sentence',
  schema: { type: 'string' },
};

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const refusal = (description: string, schema: Json) => ({
  description,
  headers: {
    'DCM-Reason': {
      description: 'why the request was refused',
      schema: {
        type: 'string',
        enum: ['credential', 'session', 'permission', 'declined', 'invalid', 'state'],
      },
    },
    'DCM-Hint': hintHeader,
    'DCM-Finding': findingHeader,
  },
  content: { 'application/json': { schema } },
});

const descriptions: Readonly<Record<string, string>> = {
  401: 'no valid credentials, or the bank declined',
  403: 'a missing permission, another counterparty, or no right to use the control API',
  '4XX': 'the request is invalid, or impossible in the current state',
  '5XX': 'the mock failed, or a fault was ordered',
};

/** Every refusal by status: those of the catalog by their shape, others as the operation declares them. */
export function refusals(operation: Operation): object {
  const { caller, path, refused = {} } = operation;
  const ofKratos = path.startsWith('/kratos/');
  const found = new Map<string, Json[]>();
  const add = (status: string, schema: Json) => found.set(status, [...(found.get(status) ?? []), schema]);
  for (const [status, schema] of Object.entries(refused))
    add(status, schema === kratosError ? ref('KratosError') : schemaOf(schema, 'output'));
  if (caller === 'control') add('403', ref('Error'));
  // What officers do may be declined by the bank.
  const declines = caller === 'control' ? operation.method !== 'GET' : caller !== 'public' && !ofKratos;
  if (declines) add('401', ref('GatewayError'));
  if (needsCredential(operation)) add('403', ref('GatewayError'));
  for (const code of refusalsOf(operation)) {
    const { status, shape }: ErrorEntry = errorCatalogue[code];
    if (shape === 'gateway' && !found.has(String(status))) add(String(status), ref('GatewayError'));
  }
  add('4XX', ref(ofKratos ? 'KratosError' : 'Error'));
  add('5XX', ref('Error'));
  return Object.fromEntries(
    [...found].map(([status, schemas]) => {
      const [first = {}] = schemas;
      const schema = schemas.length === 1 ? first : { anyOf: schemas };
      return [status, refusal(descriptions[status] ?? descriptions['4XX'] ?? '', schema)];
    }),
  );
}
