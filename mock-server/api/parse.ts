import { z } from 'zod';
import { inOurWords, notValid } from '../../contract/in-our-words.js';
import type { Encoding, Operation } from '../../contract/operation.js';
import type { Call } from '../domain/call.js';
import { Refusal } from '../domain/refusal.js';
import { requireLegible, requireLegibleForm, textOf } from './legible.js';

const mediaTypes: Readonly<Record<Encoding, string>> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
};

/** Reads a request body in one of the operation's encodings. @throws {Refusal} `content-type`, `invalid-json`, `illegible` */
export function readBody(operation: Operation, contentType: string, raw: Buffer, call: Call): unknown {
  if (raw.length === 0) return {};
  const accepted = operation.accepts ?? ['json'];
  const given = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const encoding = accepted.find((name) => mediaTypes[name] === given);
  if (!encoding) {
    const expected = accepted.map((encoding) => mediaTypes[encoding]).join(' or ');
    throw new Refusal('content-type', { given: given || '(none)', expected });
  }
  const documented = (operation.pathSource ?? operation.source).startsWith('D');
  if (encoding !== accepted[0] && documented) {
    call.note(
      operation.encodingRule ?? 'REQUEST-02',
      `${operation.id} is documented with ${mediaTypes[accepted[0] ?? 'json']}, not ${given}`,
    );
  }
  const text = textOf(raw);
  if (encoding === 'form') {
    requireLegibleForm(text);
    return Object.fromEntries(new URLSearchParams(text));
  }
  const body = jsonOf(text);
  requireLegible(body, operation.passedOn);
  return body;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid-json', { position: positionOf(text) });
  }
}

/** Where JSON is broken, as `line 1, column 5`. The text itself is not quoted, because it may hold secrets. */
function positionOf(text: string): string {
  const offset = brokenAt(text);
  if (offset === undefined || offset >= text.length) return 'unexpected end';
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/**
 * Offset of the first character that makes the JSON invalid. The parser names it only in some of its messages; for
 * the others it is the end of the shortest prefix that is broken and not just incomplete.
 */
function brokenAt(text: string): number | undefined {
  let whole = 0;
  let broken = text.length;
  const fault = faultOf(text);
  if (fault !== 'somewhere') return fault;
  while (broken - whole > 1) {
    const middle = (whole + broken) >>> 1;
    const fault = faultOf(text.slice(0, middle));
    if (fault === undefined || fault === middle) whole = middle;
    else broken = middle;
  }
  return broken - 1;
}

/**
 * What the parser says about a text: nothing (it is JSON), an offset (its length if it ends too early), or no offset.
 */
function faultOf(text: string): number | 'somewhere' | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    if (message.includes('end of JSON')) return text.length;
    const offset = /position (\d+)/.exec(message)?.[1];
    return offset === undefined ? 'somewhere' : Number(offset);
  }
}

/** Query parameters by name; repeated ones (also `name[]`) as a list. */
export function readQuery(
  search: string,
  { brackets }: { readonly brackets: boolean },
): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = Object.create(null);
  for (const [given, value] of new URLSearchParams(search)) {
    const name = brackets ? given.replace(/\[\]$/, '') : given;
    const known = result[name];
    if (known === undefined) result[name] = value;
    else result[name] = [known, value].flat();
  }
  return result;
}

/**
 * Parses one part of a request. Members that the operation does not document are served and noted.
 * @throws {Refusal} `invalid-member`, naming the member
 */
export function parsePart(
  schema: z.ZodObject | undefined,
  given: unknown,
  part: string,
  call: Call,
): unknown {
  if (!schema) return {};
  const nulls: string[] = [];
  const read = part === 'body' ? withoutNulls(schema, given, '', nulls) : given;
  const parsed = schema.safeParse(read, inOurWords);
  if (nulls.length > 0)
    call.note('REQUEST-01', `null, treated as left out: ${nulls.join(', ').slice(0, 200)}`);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const { path = [], message = notValid } = issue === undefined ? {} : innermost(issue);
    const cause = issue === undefined ? 'invalid-member' : causeOf(innermost(issue), given);
    throw new Refusal(cause, { member: path.join('.') || part, problem: message, part });
  }
  const shape = schema.shape;
  const unknown = Object.keys(given as object).filter((name) => !Object.hasOwn(shape, name));
  if (unknown.length > 0)
    call.note('REQUEST-01', `undocumented in ${part}: ${unknown.join(', ').slice(0, 200)}`);
  return parsed.data;
}

/** Which kind of mistake an issue is. */
function causeOf({ code, path }: z.core.$ZodIssue, given: unknown) {
  const value = path.reduce<unknown>((whole, name) => Object(whole)[name], given);
  if (value === undefined && path.length > 0) return 'member-missing';
  switch (code) {
    case 'invalid_type':
      return 'member-type';
    case 'invalid_value':
      return 'member-value';
    case 'too_small':
    case 'too_big':
      return 'member-bounds';
    case 'unrecognized_keys':
      return 'member-unknown';
    default:
      return 'invalid-member';
  }
}

/** Of a value that no alternative allows, what the one of its own type says; an alternative of its own words stays. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union' || issue.message !== notValid) return issue;
  const ofType = issue.errors.find(([first]) => first !== undefined && !isOtherType(first));
  const [inner] = ofType ?? issue.errors[0] ?? [];
  return inner === undefined ? issue : innermost({ ...inner, path: [...issue.path, ...inner.path] });
}

const isOtherType = ({ code, path }: z.core.$ZodIssue) => code === 'invalid_type' && path.length === 0;

/**
 * Members that are null without a meaning are treated as left out: generated clients in some languages send null for
 * unset members. Their names are added to `found`; undocumented members stay as they are.
 */
function withoutNulls(schema: z.ZodType, given: unknown, place: string, found: string[]): unknown {
  if (typeof given !== 'object' || given === null) return given;
  const inner = withinOptional(schema);
  if (inner instanceof z.ZodArray && Array.isArray(given)) {
    const element = inner.element as z.ZodType;
    return given.map((item, index) => withoutNulls(element, item, `${place}${index}.`, found));
  }
  if (!(inner instanceof z.ZodObject) || Array.isArray(given)) return given;
  const shape = inner.shape as Readonly<Record<string, z.ZodType>>;
  let kept: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(given)) {
    const member = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (member === undefined || typeof value !== 'object') continue;
    if (value !== null) {
      const read = withoutNulls(member, value, `${place}${name}.`, found);
      if (read !== value) kept = { ...(kept ?? given), [name]: read };
    } else if (!member.safeParse(null).success) {
      found.push(place + name);
      kept = { ...(kept ?? given) };
      delete kept[name];
    }
  }
  return kept ?? given;
}

const withinOptional = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? withinOptional(schema.unwrap() as z.ZodType)
    : schema;
