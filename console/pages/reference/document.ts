import { askControl } from '../../state/control.js';
import type { Schema } from './schema.js';

/** The OpenAPI documents that the mock serves, as the reference shows them. */

export const apis = ['dcm', 'bank', 'driver', 'control'] as const;
export type Api = (typeof apis)[number];

/** Where each document is. */
export const documentOf: Readonly<Record<Api, string>> = {
  dcm: '/openapi.json',
  bank: '/bank/openapi.json',
  driver: '/driver/openapi.json',
  control: '/control/v1/openapi.json',
};

interface Media {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>>;
}
type Content = Readonly<Record<string, Media>>;

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
  readonly 'x-provenance'?: string;
}

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Schema[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
  readonly 'x-provenance'?: string;
  readonly 'x-permission'?: string;
  readonly 'x-open-questions'?: readonly { readonly id: string; readonly asks: string }[];
  readonly 'x-refusals'?: readonly {
    readonly status: number;
    readonly reason: string;
    readonly message: string;
    readonly 'x-provenance': string;
  }[];
  readonly 'x-reverse-calls'?: readonly { readonly method: string; readonly flow?: string }[];
  readonly 'x-rules'?: readonly { readonly id: string; readonly level: string; readonly says: string }[];
}

export interface Document {
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** One operation of an API. */
export interface ApiOperation extends Described {
  readonly api: Api;
  readonly method: string;
  readonly path: string;
  /** The title of its group. */
  readonly group: string;
  readonly schemas: Readonly<Record<string, Schema>>;
}

const verbs = ['get', 'post', 'put', 'patch', 'delete'];

function operationsIn(api: Api, { tags = [], paths, components = {} }: Document): ApiOperation[] {
  const titles = new Map(tags.map(({ name, description }) => [name, description ?? name]));
  return Object.entries(paths).flatMap(([path, methods]) =>
    verbs
      .filter((verb) => verb in methods)
      .map((verb): ApiOperation => {
        const described = methods[verb] as Described;
        const [tag = ''] = described.tags ?? [];
        // The bank's side has tags with a long text.
        const title = titles.get(tag) ?? tag;
        return {
          ...described,
          api,
          method: verb.toUpperCase(),
          path,
          group: title.length > 80 ? tag : title,
          schemas: components.schemas ?? {},
        };
      }),
  );
}

const loaded = new Map<Api, Promise<readonly ApiOperation[]>>();

/** The operations of an API, loaded once. @throws {Error} if the mock does not serve the document */
export function operationsOf(api: Api): Promise<readonly ApiOperation[]> {
  const known = loaded.get(api);
  if (known) return known;
  const loading = askControl(documentOf[api]).then(async (response) => {
    if (!response.ok) throw new Error(`${documentOf[api]}: ${response.status}`);
    return operationsIn(api, (await response.json()) as Document);
  });
  loaded.set(api, loading);
  loading.catch(() => loaded.delete(api));
  return loading;
}

/** What an address names an operation by: `dcm.createPayment`. */
export const idOf = ({ api, operationId }: Pick<ApiOperation, 'api' | 'operationId'>): string =>
  `${api}.${operationId}`;
