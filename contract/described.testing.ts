import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Reads an OpenAPI document as a caller does. */

type Json = Readonly<Record<string, unknown>>;

interface Media {
  readonly schema: Json;
  readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Content {
  readonly description: string;
  readonly content?: { readonly 'application/json': Media };
}

export interface Described extends Json {
  readonly operationId: string;
  readonly parameters?: readonly ({ readonly name: string; readonly required: boolean } & Json)[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
  readonly 'x-rules': readonly { readonly id: string }[];
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<'get' | 'post', Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>>; readonly securitySchemes: Json };
  readonly tags: readonly ({ readonly name: string } & Json)[];
}

// The plug-in is a CommonJS module, whose function is its default export.
const ajv = (addFormats as unknown as (ajv2020: Ajv2020) => Ajv2020)(
  new Ajv2020({ strict: false, allErrors: true }),
);

const compiled = new WeakMap<Json, ValidateFunction>();

/** What is wrong with a value under a schema of the document; empty if nothing is. */
export function problemsOf({ components }: Document, schema: Json, value: unknown): string {
  const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components });
  compiled.set(schema, validate);
  return validate(value) ? '' : ajv.errorsText(validate.errors);
}

/** Every body of the document that has examples. */
export const mediaOf = ({ paths }: Document): Media[] =>
  Object.values(paths)
    .flatMap(({ get, post }) => [get, post])
    .filter((described) => described !== undefined)
    .flatMap(({ requestBody, responses }) => [requestBody, ...Object.values(responses)])
    .flatMap((content) => content?.content?.['application/json'] ?? []);
