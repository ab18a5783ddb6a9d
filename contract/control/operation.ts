import { z } from 'zod';
import { meant } from '../nearest.js';
import type { Operation } from '../operation.js';

type Declared = Omit<Operation, 'id' | 'caller' | 'resource'>;

/**
 * The operations of one resource of the control API by id: its list, its get, and what can be done with it. An
 * undeclared query member is refused.
 */
export function controlTable<const Table extends Readonly<Record<string, Declared>>>(
  resource: string,
  declared: Table,
): { readonly [Id in keyof Table]: Table[Id] & { readonly id: Id; readonly caller: 'control' } } {
  const operations = Object.entries(declared).map(([id, one]) => [
    id,
    { query: query({}), ...one, id, caller: 'control', resource } satisfies Operation,
  ]);
  return Object.fromEntries(operations);
}

/** A query with these members and no others. */
export function query<const Members extends z.ZodRawShape>(members: Members) {
  const names = Object.keys(members);
  return z.strictObject(members, {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys' ? unknownMember(keys?.[0] ?? '', names) : undefined,
  });
}

function unknownMember(wrong: string, names: readonly string[]): string {
  const near = meant(wrong, names);
  const hint = near === '' ? `expected ${names.join(', ') || 'none'}` : `did you mean ${near}?`;
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
