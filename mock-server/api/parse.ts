import type { z } from 'zod';
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
  const encoding = accepted.find((one) => mediaTypes[one] === given);
  if (!encoding) {
    const expected = accepted.map((one) => mediaTypes[one]).join(' or ');
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
  requireLegible(body);
  return body;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid-json', { position: positionOf(text) });
  }
}

/** Where JSON is broken, as `line 1, column 5`. Nothing of the text itself, which may hold secrets. */
function positionOf(text: string): string {
  const offset = brokenAt(text);
  if (offset === undefined || offset >= text.length) return 'unexpected end';
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/**
 * Offset of the first character that no JSON can have there. The parser names it in some of its messages only;
 * for the others it is where the shortest prefix ends that is broken and not just incomplete.
 */
function brokenAt(text: string): number | undefined {
  let whole = 0;
  let broken = text.length;
  const told = faultOf(text);
  if (told !== 'somewhere') return told;
  while (broken - whole > 1) {
    const middle = (whole + broken) >>> 1;
    const fault = faultOf(text.slice(0, middle));
    if (fault === undefined || fault === middle) whole = middle;
    else broken = middle;
  }
  return broken - 1;
}

/** What the parser says about a text: nothing (it is JSON), an offset (its length when it ends too early), or no offset. */
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
export function readQuery(search: string): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = Object.create(null);
  for (const [given, value] of new URLSearchParams(search)) {
    const name = given.replace(/\[\]$/, '');
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
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const member = issue?.path.join('.') || part;
    throw new Refusal('invalid-member', { member, problem: issue?.message ?? 'not valid' });
  }
  const shape = schema.shape;
  const unknown = Object.keys(given as object).filter((name) => !Object.hasOwn(shape, name));
  if (unknown.length > 0)
    call.note('REQUEST-01', `undocumented in ${part}: ${unknown.join(', ').slice(0, 200)}`);
  return parsed.data;
}
