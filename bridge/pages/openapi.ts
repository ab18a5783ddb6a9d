import { type DescribedMember, type DescribedOperation, distinct, type Part } from './described.js';

/** Operations of an OpenAPI document, as GitBook embeds one into a page for each operation. */

type Json = Readonly<Record<string, unknown>>;

const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const methods = ['get', 'post', 'put', 'patch', 'delete'];
/** Schemas may refer to themselves. */
const deepest = 12;

/** What a reference within the document stands for. */
function resolved(document: Json, value: unknown, depth = 0): Json {
  const { $ref } = object(value);
  if (typeof $ref !== 'string' || depth > deepest) return object(value);
  const target = $ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, name) => object(at)[name], document);
  return resolved(document, target, depth + 1);
}

export function schemaMembers(
  document: Json,
  part: Part,
  given: unknown,
  name = '',
  depth = 0,
): DescribedMember[] {
  if (depth > deepest) return [];
  const schema = resolved(document, given);
  const { type, properties, items, required } = schema;
  const inner = (value: unknown, as: string) => schemaMembers(document, part, value, as, depth + 1);
  return distinct([
    ...(name === '' ? [] : [{ part, name, type: typeof type === 'string' ? type : '' }]),
    ...Object.entries(object(properties)).flatMap(([member, value]) =>
      inner(value, name === '' ? member : `${name}.${member}`).map((one, index) =>
        index === 0 && part === 'body' ? { ...one, required: list(required).includes(member) } : one,
      ),
    ),
    ...(items === undefined ? [] : inner(items, name).filter((one) => one.name !== name)),
    ...['allOf', 'anyOf', 'oneOf'].flatMap((word) =>
      list(schema[word]).flatMap((value) => inner(value, name).filter((one) => one.name !== name)),
    ),
  ]);
}

const contentMembers = (document: Json, part: Part, given: unknown): DescribedMember[] =>
  Object.values(object(resolved(document, given).content)).flatMap((media) =>
    schemaMembers(document, part, object(media).schema),
  );

function parameter(document: Json, given: unknown): DescribedMember[] {
  const { name, in: place, required, schema } = resolved(document, given);
  if (typeof name !== 'string' || (place !== 'path' && place !== 'query')) return [];
  const { type } = resolved(document, schema);
  return [{ part: place, name, type: typeof type === 'string' ? type : '', required: required === true }];
}

/** The operations that a document describes; none if it is not OpenAPI. */
export function fromOpenApi(value: unknown, page: string, heading: string): DescribedOperation[] {
  const document = object(value);
  if (typeof document.openapi !== 'string' && typeof document.swagger !== 'string') return [];
  return Object.entries(object(document.paths)).flatMap(([path, item]) =>
    Object.entries(object(item)).flatMap(([method, given]) => {
      if (!methods.includes(method)) return [];
      const operation = object(given);
      const responses = Object.entries(object(operation.responses));
      const members = [
        ...[...list(object(item).parameters), ...list(operation.parameters)].flatMap((one) =>
          parameter(document, one),
        ),
        ...contentMembers(document, 'body', operation.requestBody),
        ...responses
          .filter(([status]) => status.startsWith('2'))
          .flatMap(([, response]) => contentMembers(document, 'answer', response)),
      ];
      const statuses = responses.map(([status]) => Number(status)).filter((status) => status >= 100);
      return [
        {
          page,
          heading: typeof operation.summary === 'string' ? operation.summary : heading,
          method: method.toUpperCase(),
          path,
          members: distinct(members),
          statuses,
        },
      ];
    }),
  );
}
