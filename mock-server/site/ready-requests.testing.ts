import type { apiDocument } from './documents.js';
import { fills, more, samples, special } from './ready-samples.testing.js';

/** The operations of an OpenAPI document as requests that can be sent: `{{name}}` is a variable. */

type Json = Readonly<Record<string, unknown>>;

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly [string];
  readonly security: readonly Json[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
}

export interface ReadyRequest {
  readonly id: string;
  readonly folder: string;
  readonly summary: string;
  readonly method: string;
  readonly path: string;
  readonly query: readonly { readonly key: string; readonly value: string; readonly disabled: boolean }[];
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** Variables that its response fills, each with the member. */
  readonly fills: Readonly<Record<string, string>>;
}

const login = 'Login, before everything else';
const loginFlow = ['createLoginFlow', 'submitLogin', 'whoami'];

function bodyOf({ operationId, requestBody }: Described): [type: string, body: Json | undefined] {
  const [[type = '', media] = []] = Object.entries(requestBody?.content ?? {});
  if (!media) return ['', undefined];
  const names = [...((media.schema.required ?? []) as string[]), ...(more[operationId] ?? [])];
  const sample = (name: string) => special[operationId]?.[name] ?? samples[name] ?? `{{${name}}}`;
  return [type, Object.fromEntries(names.map((name) => [name, sample(name)]))];
}

/** The first credential that the operation takes. */
function headersOf({ security }: Described): [string, string][] {
  const names = security.map((one) => Object.keys(one)[0]);
  if (names.length === 0 || names[0] === undefined) return [];
  if (names.includes('sessionToken')) return [['X-Session-Token', '{{session}}']];
  return names.includes('session')
    ? [['Authorization', 'bearer {{session}}']]
    : [['CX-Authorization', '{{bank_token}}']];
}

const variable = (name: string) => `{{${name === 'counterparty_guid' ? 'guid' : name}}}`;

export function readyRequests(document: ReturnType<typeof apiDocument>): ReadyRequest[] {
  const { paths, tags } = document as Document;
  const titles = new Map(tags.map(({ name, description }) => [name, description]));
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]): ReadyRequest => {
      const { operationId: id, summary, parameters } = described;
      const [tag] = described.tags;
      const [type, body] = bodyOf(described);
      return {
        id,
        folder: loginFlow.includes(id) ? login : (titles.get(tag) ?? tag),
        summary,
        method: method.toUpperCase(),
        path: path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => variable(name)),
        query: parameters
          .filter((parameter) => parameter.in === 'query')
          .map(({ name, required }) => ({
            key: name,
            value: name === 'counterparty_role' ? 'debtor' : variable(name),
            // A submission is of a flow, although Kratos says so only when it is missing.
            disabled: !required && !(name === 'flow' && method === 'post'),
          })),
        headers: headersOf(described),
        type,
        body,
        fills: fills[id] ?? {},
      };
    }),
  );
  const first = loginFlow.flatMap((id) => all.filter((request) => request.id === id));
  return [...first, ...all.filter((request) => !first.includes(request))];
}

/** What the user fills in, or a response does; the first ones are needed by all. */
export function variablesOf(requests: readonly ReadyRequest[]): Record<string, string> {
  const shown = requests.map(({ query, ...request }) => ({
    ...request,
    query: query.filter(({ disabled }) => !disabled),
  }));
  const used = [...JSON.stringify(shown).matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
  const first = {
    baseUrl: 'http://127.0.0.1:4010',
    guid: '',
    email: 'officer@bank1.example',
    password: '',
    session: '',
    asset_code: 'UAH',
    asset_issuer: '',
  };
  const others = [...new Set(used)].filter((name) => !(name in first)).toSorted();
  return { ...first, ...Object.fromEntries(others.map((name) => [name, ''])) };
}

export const foldersOf = (requests: readonly ReadyRequest[]): string[] => [
  ...new Set(requests.map(({ folder }) => folder)),
];
