import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { controlOperations, controlPages } from '../contract/control/index.js';
import { openApi } from '../contract/openapi.js';
import type { Operation } from '../contract/operation.js';
import { operations } from '../contract/operations/index.js';
import { createRouter } from './api/router.js';

/** Holds answers against the documents that the mock serves, by a public validator of JSON Schema. */

interface Described {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: object;
}

const info = { title: 'as served', version: '1', description: '' };
const tables = [operations, { ...controlOperations, ...controlPages }];
const route = createRouter(...tables);
const documents = new Map<string, Document>();

function documentOf({ id, caller }: Operation): Document {
  const table = id in operations ? operations : tables[1];
  const known = documents.get(caller === 'control' ? 'control' : 'api');
  if (known || !table) return known as Document;
  const made = JSON.parse(JSON.stringify(openApi(table, info))) as Document;
  documents.set(caller === 'control' ? 'control' : 'api', made);
  return made;
}

// The plug-in is a CommonJS module, whose function is its default export.
const ajv = (addFormats as unknown as (ajv2020: Ajv2020) => Ajv2020)(
  new Ajv2020({ strict: false, allErrors: true, validateFormats: true }),
);
const validators = new Map<string, ValidateFunction | undefined>();

/** The validator of a JSON answer; undefined where the document has no body under this status. */
function validatorOf(operation: Operation, status: number): ValidateFunction | undefined {
  const key = `${operation.id} ${status}`;
  if (validators.has(key)) return validators.get(key);
  const { paths, components } = documentOf(operation);
  const described = paths[operation.path]?.[operation.method.toLowerCase()];
  const response = described?.responses[status] ?? described?.responses[`${Math.floor(status / 100)}XX`];
  if (!response) throw new Error(`${operation.id}: the document has no answer with status ${status}`);
  const schema = response.content?.['application/json']?.schema;
  const made = schema && ajv.compile({ anyOf: [schema, ...alternativesOf(schema)], components });
  validators.set(key, made);
  return made;
}

/** What the document says of a response under an option of the profile. */
function alternativesOf(schema: object): object[] {
  const { 'x-alternative': other } = schema as { 'x-alternative'?: { schema: object } };
  return other === undefined ? [] : [other.schema];
}

interface Answered {
  readonly status: number;
  readonly text: string;
}

/** Fails when an answer is not what the served document says of its operation. Ordered faults are nobody's answer. */
export const fitsDocument = (method: string, path: string) => (answer: Answered) => {
  const match = route(method, path.split('?')[0] ?? '');
  if (method === 'HEAD' || match.kind !== 'found' || answer.text?.includes('fault ordered')) return;
  const { operation } = match;
  if (operation.media !== undefined && answer.status === 200) return;
  const validate = validatorOf(operation, answer.status);
  const body: unknown = answer.text ? JSON.parse(answer.text) : undefined;
  if (validate === undefined) {
    if (body !== undefined) throw new Error(`${operation.id} ${answer.status}: the document has no body`);
    return;
  }
  if (validate(body)) return;
  const problems = ajv.errorsText(validate.errors).slice(0, 500);
  throw new Error(
    `${operation.id} ${answer.status} is not as documented: ${problems}: ${answer.text.slice(0, 300)}`,
  );
};
