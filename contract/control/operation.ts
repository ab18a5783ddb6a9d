import { z } from 'zod';
import { meant, nearest } from '../nearest.js';
import type { Operation } from '../operation.js';

type Declared = Omit<Operation, 'id' | 'caller' | 'resource'>;

/**
 * The operations of one resource of the control API by id: its list, its get, and what can be done with it. Undeclared
 * members of query and body are refused: one that is misspelt would be left out without a word.
 */
export function controlTable<const Table extends Readonly<Record<string, Declared>>>(
  resource: string,
  declared: Table,
): { readonly [Id in keyof Table]: Table[Id] & { readonly id: Id; readonly caller: 'control' } } {
  const operations = Object.entries(declared).map(([id, one]) => [
    id,
    {
      query: query({}),
      ...one,
      ...(one.body && { body: strictly(one.body) }),
      id,
      caller: 'control',
      resource,
    } satisfies Operation,
  ]);
  return Object.fromEntries(operations);
}

/** A query with these members and no others. */
export const query = <const Members extends z.ZodRawShape>(members: Members) =>
  z.strictObject(members, { error: namingNearest(Object.keys(members)) });

/** The same schema, which allows no undeclared members, at no depth; those that are declared as loose stay so. */
function strictly<Schema extends z.ZodType>(schema: Schema): Schema;
function strictly(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) {
    const { shape, catchall } = schema.def;
    const refuses =
      catchall === undefined || (catchall instanceof z.ZodNever && schema.def.error === undefined);
    const members = Object.entries(shape).map(([name, member]) => [name, strictly(member as z.ZodType)]);
    return schema.clone({
      ...schema.def,
      shape: Object.fromEntries(members),
      ...(refuses && { catchall: z.never(), error: namingNearest(Object.keys(shape)) }),
    });
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    const wrapper = schema as z.ZodOptional<z.ZodType>;
    return wrapper.clone({ ...wrapper.def, innerType: strictly(wrapper.def.innerType) });
  }
  if (schema instanceof z.ZodArray)
    return schema.clone({ ...schema.def, element: strictly(schema.def.element as z.ZodType) });
  if (schema instanceof z.ZodUnion)
    return schema.clone({
      ...schema.def,
      options: schema.def.options.map((one) => strictly(one as z.ZodType)),
    });
  return schema;
}

const namingNearest =
  (names: readonly string[]): z.core.$ZodErrorMap =>
  ({ code, keys }) =>
    code === 'unrecognized_keys'
      ? unknownMember((keys as string[] | undefined)?.[0] ?? '', names)
      : undefined;

/** Names that are listed if none is near; of more, only the nearest one is told. */
const mostListed = 12;

function unknownMember(wrong: string, names: readonly string[]): string {
  const near = meant(wrong, names) || (names.length > mostListed ? nearest(wrong, names)[0] : '');
  const hint = near ? `did you mean ${near}?` : `expected ${names.join(', ') || 'none'}`;
  return `unknown member ${wrong.slice(0, 100)}; ${hint}`;
}

/**
 * A whole number in a query: digits, given once; neither `1e3` nor a list.
 *
 * @param usual the default, for the description
 */
export function wholeNumber(least: number, most: number, usual?: number) {
  const error = `expected one whole number from ${least} to ${most}, in digits`;
  return z.preprocess(
    (given) => (typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : given),
    z
      .int({ error })
      .min(least, { error })
      .max(most, { error })
      .meta(usual === undefined ? {} : { default: usual }),
  );
}
