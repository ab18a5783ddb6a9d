import { describe, expect, test } from 'vitest';
import { operations } from '../../../contract/operations/index.js';
import { defaultProfile } from '../../../contract/profile/index.js';
import { createCall } from '../../domain/call.js';
import { Refusal } from '../../domain/refusal.js';
import { OtherAnswer } from '../handler.js';
import { createRouter } from '../router.js';
import { send, served, withReasons } from './answer.js';
import type { Exchange, Stage } from './exchange.js';
import { createGuard } from './guard.js';
import { createHandle, serve } from './handle.js';
import { match, operationOf } from './match.js';
import { parse } from './parse.js';

/** Each stage alone, on an exchange made by hand. */

const table = { listCategories: operations.listCategories, createCategory: operations.createCategory };
const route = createRouter(table);

function exchange(method: string, url: string, given: Partial<Exchange> = {}): Exchange {
  const [path = '', search = ''] = url.split('?');
  return {
    match: route(method, path),
    call: createCall(1, false),
    headers: { 'content-type': 'application/json' },
    answerHeaders: {},
    raw: Buffer.alloc(0),
    ...{ method, url, path, search, origin: 'http://dcm.test', begun: 0, at: '' },
    ...given,
  } as Exchange;
}

async function refusal(stage: Stage, given: Exchange): Promise<string> {
  try {
    await stage(given);
    return '';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    if (error instanceof OtherAnswer) return String(error.status);
    throw error;
  }
}

const categories = operations.listCategories.path;

describe('match', () => {
  test.each([
    ['GET', categories, ''],
    ['HEAD', categories, ''],
    ['PUT', categories, 'wrong-method'],
    ['GET', '/api/v1/nothing', 'unknown-path'],
  ])('%s %s: %s', async (method, path, code) => {
    const given = exchange(method, path);
    expect(await refusal(match, given)).toBe(code);
    expect(given.call.findings.map(({ rule }) => rule)).toEqual(code ? ['REQUEST-02'] : []);
    if (code) expect(() => operationOf(given)).toThrow('no operation was matched');
    else expect(operationOf(given)).toBe(operations.listCategories);
  });
});

test('guard keeps strangers from the control API only, and refuses what cannot be read', async () => {
  const guard = createGuard(() => ({ who: 'nobody', problem: 'stranger' }));
  expect(await refusal(guard, exchange('GET', categories))).toBe('');
  const control = { ...operations.listCategories, caller: 'control' } as const;
  const found = { kind: 'found', operation: control, params: {} } as const;
  expect(await refusal(guard, exchange('GET', categories, { match: found }))).toBe('403');
  expect(await refusal(guard, exchange('GET', '/api/%zz'))).toBe('illegible');
});

test('parse gives the handler what the schemas make of the request', async () => {
  const given = exchange('POST', operations.createCategory.path, { raw: Buffer.from('{"name":"Food"}') });
  await parse(given);
  expect(given.input).toMatchObject({ params: {}, body: { name: 'Food' } });
  const broken = exchange('POST', operations.createCategory.path, { raw: Buffer.from('{') });
  expect(await refusal(parse, broken)).toBe('invalid-json');
});

test('handle does nothing for what began before the state was replaced', async () => {
  let state = 'old';
  const era = { now: 0, begin: () => undefined, require: () => undefined };
  const handlers = { listCategories: async () => ({ done: state }) } as never;
  const handle = createHandle([serve(table, handlers)], era);
  const given = exchange('GET', categories);
  await handle(given);
  expect(given.answer).toEqual({ done: 'old' });
  const replaced = createHandle([serve(table, handlers)], {
    ...era,
    require: () => {
      throw new Refusal('state-replaced');
    },
  });
  state = 'new';
  expect(await refusal(replaced, given)).toBe('state-replaced');
  expect(given.answer).toEqual({ done: 'old' });
});

test('a response says what was noticed, and why it is a refusal', () => {
  const given = exchange('GET', categories, { answer: { list: [] } });
  given.call.explain('REQUEST-01', 'something');
  const reply = withReasons(served(given, defaultProfile), given.call);
  expect(reply).toMatchObject({ status: 200, body: { list: [] } });
  expect(reply.headers).toEqual({ 'dcm-finding': 'REQUEST-01 should: something' });
  expect(withReasons({ ...reply, reason: 'state' }, given.call).headers).toMatchObject({
    'dcm-reason': 'state',
  });
});

test('an answer without a text has no body', () => {
  const sent: unknown[] = [];
  const response = {
    writeHead: (status: number, headers: object) => {
      sent.push(status, headers);
      return response;
    },
    end: (text?: string) => sent.push(text),
  };
  const reply = { status: 204, body: undefined, headers: { a: 'b' }, reason: '' };
  send(response as never, reply, undefined);
  send(response as never, { ...reply, status: 200 }, '"ї"');
  expect(sent).toEqual([
    ...[204, { a: 'b' }, undefined, 200],
    { a: 'b', 'content-type': 'application/json; charset=utf-8', 'content-length': 4 },
    '"ї"',
  ]);
});
