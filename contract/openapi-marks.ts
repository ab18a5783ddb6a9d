import type { Json } from './openapi-schema.js';
import type { Operation } from './operation.js';
import type { Source } from './provenance.js';
import { provenanceText } from './provenance-text.js';

/** Where a part of an OpenAPI document comes from. */
export const sourced = (source: Source) => ({
  'x-provenance': source,
  'x-provenance-text': provenanceText(source),
});

const isDocumented = (source: Source) => source.startsWith('D ');

/** Marks undocumented parts. */
export const marked = (source: Source): object => (isDocumented(source) ? {} : sourced(source));

/** Marks the members of a body or a response, also those within lists. */
export function withMarks(schema: Json, operation: Operation, place: string): Json {
  const { assumed = {}, source } = operation;
  const whole = assumed[place] ?? source;
  const mark = (node: Json, path: string): Json => {
    if (Array.isArray(node.anyOf))
      return { ...node, anyOf: node.anyOf.map((item) => mark(item as Json, path)) };
    if (node.type === 'array' && node.items) return { ...node, items: mark(node.items as Json, path) };
    if (!node.properties) return node;
    const properties = Object.fromEntries(
      Object.entries(node.properties as Record<string, Json>).map(([name, one]) => {
        const own = assumed[`${path}.${name}`] ?? whole;
        return [name, { ...mark(one, `${path}.${name}`), ...marked(own) }];
      }),
    );
    return { ...node, properties };
  };
  return { ...mark(schema, place), ...marked(whole) };
}
