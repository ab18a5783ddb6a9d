import { type ErrorCode, errorCatalogue } from '../../contract/errors.js';
import type { Operation } from '../../contract/operation.js';
import { findRule } from '../../contract/rules/index.js';
import { isMark, isObject, member, responseOf, type Seen } from './seen.js';

/** What a refusal says, and which entry of the catalog says the same. */

/** Members in which programs put the text of an error. */
const textMembers = ['error', 'message', 'detail', 'title', 'description', 'reason', 'errors'] as const;

/** The text of a refusal, whatever its form; empty if it has none. */
export function textOf(body: unknown): string {
  if (typeof body === 'string') return isMark(body) ? '' : body;
  if (Array.isArray(body)) return textOf(body[0] ?? '');
  if (!isObject(body)) return '';
  for (const name of textMembers) {
    const text = name in body ? textOf(body[name]) : '';
    if (text !== '') return text;
  }
  return '';
}

/** Whether a body has the form of the gateway in front of DCM. */
export const isGateway = (body: unknown): boolean => {
  const error = member(body, 'error');
  return isObject(error) && typeof error.code === 'number' && typeof error.message === 'string';
};

const isKratos = ({ path }: Pick<Operation, 'path'>): boolean => path.startsWith('/kratos/');

/** Whether refusals of the operation are those of DCM: Kratos has its own. */
export const isRefusedByDcm = (operation: Operation | undefined): operation is Operation =>
  operation !== undefined && operation.caller !== 'control' && !isKratos(operation);

/** Whether a text is a template of the catalog with its gaps filled in. */
function fits(text: string, template: string): boolean {
  const parts = template.split(/\{\w+\}/);
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  for (const part of others) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from + last.length <= text.length;
}

/** Templates that begin with a gap fit almost any text, so what stands in the gap has to be known. */
const gaps: { readonly [Code in ErrorCode]?: (text: string, operation: Operation | undefined) => boolean } = {
  illegible: (text) => /not UTF-8|control character|surrogate|percent-encoding|unreadable/i.test(text),
  'control-conflict': () => false,
  'strict-finding': (text) => findRule(text.slice(0, text.indexOf(':'))) !== undefined,
  'invalid-member': (text, operation) => membersOf(operation).has(/^[\w-]+/.exec(text)?.[0] ?? ''),
};

function membersOf(operation: Operation | undefined): ReadonlySet<string> {
  const { body, query, params } = operation ?? {};
  return new Set([
    'body',
    'query',
    'path',
    ...[body, query, params].flatMap((part) => Object.keys(part?.shape ?? {})),
  ]);
}

/** Refusals of the gateway that look like another one from outside. */
const indistinct: readonly ErrorCode[] = ['session', 'declined', 'declined-403'];

const literals = (code: ErrorCode): number => errorCatalogue[code].message.replaceAll(/\{\w+\}/g, '').length;

/** Those whose text says most come first: a template of gaps fits what is meant by another one. */
const codes = (Object.keys(errorCatalogue) as ErrorCode[])
  .filter((code) => !indistinct.includes(code))
  .toSorted((a, b) => literals(b) - literals(a));

/** The entry of the catalog that a refusal is; undefined if it has none. */
export function codeOf(seen: Seen): ErrorCode | undefined {
  const body = responseOf(seen);
  const text = textOf(body);
  if (text === '') return undefined;
  const isOfGateway = isGateway(body);
  return codes.find((code) => {
    const { message, shape } = errorCatalogue[code];
    if ((shape === 'gateway') !== isOfGateway || !fits(text, message)) return false;
    return gaps[code]?.(text, seen.operation) ?? true;
  });
}
