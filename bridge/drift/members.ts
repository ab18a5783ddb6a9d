import { z } from 'zod';
import type { DifferenceKind } from '../../contract/drift.js';
import { isMark, isObject } from './seen.js';

/** A member that is not as the schema has it. */
export interface MemberIssue {
  readonly kind: Extract<DifferenceKind, 'missing-member' | 'other-member' | 'undocumented-member'>;
  /** Such as `accounts[].iban`; empty for the whole. */
  readonly path: string;
  /** Of `other-member`: what the schema has. */
  readonly expected: string;
  readonly came: unknown;
}

interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

const schemas = new WeakMap<z.ZodType, JsonSchema>();

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const known = schemas.get(schema);
  if (known) return known;
  const made = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as JsonSchema;
  schemas.set(schema, made);
  return made;
}

/** How a value differs from a schema in its members and their types; forms of dates and guids are not compared. */
export const issuesOf = (value: unknown, schema: z.ZodType): readonly MemberIssue[] =>
  compared(value, jsonSchemaOf(schema), '');

function compared(value: unknown, schema: JsonSchema, path: string): readonly MemberIssue[] {
  if (isMark(value)) return [];
  if (schema.anyOf)
    return nearest(
      schema.anyOf.map((one) => compared(value, one, path)),
      path,
    );
  if (schema.type === 'object') return comparedObject(value, schema, path);
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return [other(path, 'array', value)];
    const { items } = schema;
    return items ? value.flatMap((item) => compared(item, items, `${path}[]`)) : [];
  }
  const listed = schema.enum ?? ('const' in schema ? [schema.const] : undefined);
  if (listed) return listed.includes(value) ? [] : [other(path, listed.map(String).join(', '), value)];
  return isOfType(value, schema.type) ? [] : [other(path, schema.type ?? '', value)];
}

/** Something altogether different is farther than anything about its members. */
const farthest = 1000;

/** The issues of the alternative that a value is most like. */
function nearest(all: readonly (readonly MemberIssue[])[], path: string): readonly MemberIssue[] {
  const distance = (issues: readonly MemberIssue[]): number =>
    issues.some((one) => one.kind === 'other-member' && one.path === path) ? farthest : issues.length;
  return all.reduce((best, one) => (distance(one) < distance(best) ? one : best), all[0] ?? []);
}

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

function comparedObject(value: unknown, schema: JsonSchema, path: string): readonly MemberIssue[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  // No body is an empty object.
  if (!isObject(value))
    return value === null && path === '' && required.length === 0 ? [] : [other(path, 'object', value)];
  const issues: MemberIssue[] = required
    .filter((name) => value[name] === undefined)
    .map((name) => ({ kind: 'missing-member', path: below(path, name), expected: '', came: undefined }));
  for (const [name, item] of Object.entries(value)) {
    const declared = properties[name];
    if (declared) issues.push(...compared(item, declared, below(path, name)));
    else if (isObject(additionalProperties))
      issues.push(...compared(item, additionalProperties as JsonSchema, below(path, '*')));
    else if (additionalProperties !== true)
      issues.push({ kind: 'undocumented-member', path: below(path, name), expected: '', came: item });
  }
  return issues;
}

const other = (path: string, expected: string, came: unknown): MemberIssue => ({
  kind: 'other-member',
  path,
  expected,
  came,
});

function isOfType(value: unknown, type: string | undefined): boolean {
  if (type === undefined) return true;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  return typeof value === type;
}
