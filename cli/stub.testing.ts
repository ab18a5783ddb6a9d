import type { IncomingHttpHeaders } from 'node:http';
import type { Document } from '../contract/described.testing.js';

/** A server stub as a generator writes it from an OpenAPI document: routes, credentials, bodies. */

/** What a person adds: all that is known of the user for whom the credential asks; it throws when that is not permitted. */
export type Lookup = (path: string, credential: string) => Promise<Readonly<Record<string, unknown>>>;

export type Answer = readonly [status: number, body: object];

interface Scheme {
  readonly in: string;
  readonly name: string;
}

/** The header of the first credential that an operation asks for. */
function headerOf({ components }: Document, security: readonly object[]): string {
  const [name = ''] = Object.keys(security[0] ?? {});
  const scheme = components.securitySchemes[name] as Scheme | undefined;
  if (scheme?.in !== 'header') throw new Error(`no credential in a header: ${name}`);
  return scheme.name.toLowerCase();
}

export function stubFrom(document: Document, lookup: Lookup) {
  const schemaOf = ($ref: unknown) => document.components.schemas[String($ref).split('/').at(-1) ?? ''];
  return async (path: string, headers: IncomingHttpHeaders): Promise<Answer> => {
    const operation = document.paths[path]?.get;
    if (!operation) return [404, {}];
    const [granted = '', refused = ''] = Object.keys(operation.responses);
    const credential = headers[headerOf(document, operation.security as readonly object[])];
    const known = await lookup(path, String(credential)).catch(() => undefined);
    if (!known) return [Number(refused), {}];
    const media = operation.responses[granted]?.content?.['application/json'];
    const { properties = {}, required = [] } = schemaOf(media?.schema.$ref) ?? {};
    const missing = (required as string[]).find((name) => !(name in known));
    if (missing !== undefined) throw new Error(`${path}: nobody has filled in ${missing}`);
    const members = Object.keys(properties as object).filter((name) => name in known);
    return [Number(granted), Object.fromEntries(members.map((name) => [name, known[name]]))];
  };
}
