import { decodeJwt } from 'jose';
import { type CallbackKind, type Claims, callbackKinds, tokenHeader } from '../contract/bank-service.js';
import {
  type InAnswer,
  type OutRequest,
  type Transport,
  TransportError,
} from '../contract/wire/transport.js';
import type { Timers } from './domain/ports.js';

/** What the bank was asked. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: string;
  readonly claims: Claims;
  readonly body: unknown;
}

type Question = 'user_auth' | 'key' | 'external_id' | 'sign' | CallbackKind;

/** An object is sent as JSON, a text as it is. */
export interface BankAnswer {
  readonly status?: number;
  readonly body?: unknown;
}

type Answerer = (asked: Asked) => BankAnswer | Promise<BankAnswer>;

/** Never answers. */
export const hangs: Answerer = () => new Promise(() => {});
export const answers =
  (status: number, body: unknown = {}): Answerer =>
  () => ({ status, body });
/** The network fails before an answer comes. */
export const unreachable: Answerer = () => {
  throw new TransportError('connection refused by bank1.test');
};

export interface FakeBank {
  readonly transport: Transport;
  readonly asked: Asked[];
  /** What was asked of one method. */
  of(question: Question): Asked[];
  /** Tokens are not read: some are broken. */
  unread: boolean;
  /** Answers of methods, instead of the usual ones. */
  answers: Partial<Record<Question, Answerer>>;
}

export const externalIdOf = (login: string) => `ext-${login}`;
export const secretOf = (externalId: string) => `secret-of-${externalId}`;

const usual = ({ claims }: Asked): Record<Question, BankAnswer> => ({
  user_auth: {
    body: { external_id: externalIdOf(claims.obj), key: secretOf(externalIdOf(claims.obj)) },
  },
  key: { body: { key: secretOf(claims.obj) } },
  external_id: { body: { external_id: claims.obj } },
  sign: { status: 401 },
  'pay-in': {},
  'pay-out': {},
  transfer: {},
});

const noClaims = { flow: 'sign-in', obj: '', sub: '', iat: 0, exp: 0 } as const;

/** A bank of a few lines behind a transport: knows everybody, checks nothing, records everything. */
export function createFakeBank(timers: Timers): FakeBank {
  const asked: Asked[] = [];

  function limited<Result>(work: Promise<Result>, ms: number): Promise<Result> {
    return new Promise((resolve, reject) => {
      const cancel = timers.after(ms, () =>
        reject(new TransportError(`no answer within ${ms} ms`, 'ETIMEDOUT')),
      );
      work.then(resolve, reject).finally(cancel);
    });
  }

  async function answer(request: OutRequest): Promise<InAnswer> {
    const token = request.headers[tokenHeader] ?? '';
    const one: Asked = {
      method: request.method,
      url: request.url,
      headers: request.headers,
      token,
      claims: token === '' || bank.unread ? noClaims : (decodeJwt(token) as unknown as Claims),
      body: request.body === undefined ? undefined : JSON.parse(request.body),
    };
    asked.push(one);
    const question = questionOf(request.url);
    const given = (await bank.answers[question]?.(one)) ?? usual(one)[question];
    const { status = 200, body = {} } = given;
    return {
      status,
      headers: { 'content-type': 'application/json' },
      text: typeof body === 'string' ? body : JSON.stringify(body),
    };
  }

  const bank: FakeBank = {
    asked,
    unread: false,
    answers: {},
    of: (question) => asked.filter(({ url }) => questionOf(url) === question),
    transport: (request) => limited(answer(request), request.timeoutMs),
  };
  return bank;
}

function questionOf(url: string): Question {
  const last = new URL(url).pathname.split('/').at(-1) as Question;
  const known: readonly string[] = ['user_auth', 'key', 'external_id', 'sign', ...callbackKinds];
  if (!known.includes(last)) throw new Error(`the bank has no ${url}`);
  return last;
}
