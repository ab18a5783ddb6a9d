import { claimsOf } from './bank-api/reverse-calls.js';
import {
  type AuthorizationMethod,
  authorizationAnswers,
  callbackKinds,
  callbackPath,
} from './bank-service.js';
import type { Operation } from './operation.js';

/** What an operation of DCM calls at the bank, in the description of that operation. */

interface Called {
  readonly id: string;
  readonly method: 'get' | 'post';
  /** Below a host of the bank. */
  readonly url: string;
  readonly summary: string;
}

const authorization = (method: AuthorizationMethod): Called => ({
  id: method,
  method: 'get',
  url: `https://auth.bank1.test/${method}`,
  summary: 'A reverse call, while the operation waits: X-Session-ID has a token of DCM',
});

const sign: Called = {
  id: 'sign',
  method: 'post',
  url: 'https://sign.bank1.test/sign',
  summary: 'Only with multisignature, while the operation waits: asks for the signature of the bank',
};

const notices = callbackKinds.map(
  (kind): Called => ({
    id: kind,
    method: 'post',
    url: `https://api.bank1.test${callbackPath(kind)}`,
    summary:
      kind === 'transfer'
        ? 'After a transfer within the bank'
        : `After a transfer between banks, to the bank of the ${kind === 'pay-in' ? 'receiver' : 'sender'}`,
  }),
);

const methods = Object.keys(authorizationAnswers) as AuthorizationMethod[];
const all: readonly Called[] = [...methods.map(authorization), sign, ...notices];

/** The names of what an operation calls, each once. */
const calledBy = ({ reverseCalls = [], postsTransfer = false }: Operation): string[] => [
  ...new Set([
    ...reverseCalls.map(({ method }) => method),
    ...(postsTransfer ? [sign, ...notices].map(({ id }) => id) : []),
  ]),
];

const nameOf = (id: string) => `bank_${id.replaceAll('-', '_')}`;

/** `callbacks` of an operation, and the claims of the tokens that it sends. */
export function callbacksOf(operation: Operation): object {
  const called = calledBy(operation);
  if (called.length === 0) return {};
  const { reverseCalls = [] } = operation;
  return {
    callbacks: Object.fromEntries(called.map((id) => [id, { $ref: `#/components/callbacks/${nameOf(id)}` }])),
    'x-reverse-calls': reverseCalls.map((call) => ({
      method: call.method,
      ...claimsOf(operation, call),
      ...(call.entity === undefined ? {} : { only: `for a new entity of the kind ${call.entity}` }),
    })),
  };
}

/** What the operations of a document call; the whole description is in the document of the bank's side. */
export function callbackComponents(operations: readonly Operation[]): object {
  const used = new Set(operations.flatMap(calledBy));
  const entries = all
    .filter(({ id }) => used.has(id))
    .map(({ id, method, url, summary }) => [
      nameOf(id),
      {
        [url]: { [method]: describe(id, summary) },
      },
    ]);
  return entries.length === 0 ? {} : { callbacks: Object.fromEntries(entries) };
}

const describe = (id: string, summary: string) => ({
  operationId: nameOf(id),
  summary,
  description: 'The host is the one that the bank has reported. Described at /bank/openapi.json.',
  security: [],
  responses: {
    200: { description: 'as described at /bank/openapi.json' },
    '4XX': { description: 'as described at /bank/openapi.json' },
  },
});
