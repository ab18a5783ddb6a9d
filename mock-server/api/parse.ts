import type { z } from 'zod';
import type { Encoding, Operation } from '../../contract/operation.js';
import type { Call } from '../domain/call.js';
import { Refusal } from '../domain/refusal.js';

const mediaTypes: Readonly<Record<Encoding, string>> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
};

/** Reads a request body in one of the operation's encodings. @throws {Refusal} `content-type`, `invalid-json` */
export function readBody(operation: Operation, contentType: string, raw: Buffer, call: Call): unknown {
  if (raw.length === 0) return {};
  const accepted = operation.accepts ?? ['json'];
  const given = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const encoding = accepted.find((one) => mediaTypes[one] === given);
  if (!encoding) {
    const expected = accepted.map((one) => mediaTypes[one]).join(' or ');
    throw new Refusal('content-type', { given: given || '(none)', expected });
  }
  if (encoding !== accepted[0] && operation.source.startsWith('D')) {
    call.note(
      'REQUEST-02',
      `${operation.id} is documented with ${mediaTypes[accepted[0] ?? 'json']}, not ${given}`,
    );
  }
  const text = raw.toString('utf8');
  if (encoding === 'form') return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal('invalid-json', { position: positionOf(error as Error, text) });
  }
}

/** Where JSON is broken, as `line 1, column 5`, or what the parser said. */
function positionOf(error: Error, text: string): string {
  const offset = /position (\d+)/.exec(error.message)?.[1];
  if (offset === undefined) return error.message.includes('end of JSON') ? 'unexpected end' : error.message;
  const before = text.slice(0, Number(offset)).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
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
