import { describe, expect, test } from 'vitest';
import { type CapturedAnswer, capturedAnswer } from '../../../contract/captured.js';
import { operations } from '../../../contract/operations/index.js';
import type { Reply } from '../reply.js';
import { createRouter } from '../router.js';
import { createCaptured } from './captured.js';

const route = createRouter({ listCategories: operations.listCategories });
const path = operations.listCategories.path;
const served: Reply = {
  status: 200,
  body: { list: [{ id: 1, name: 'a' }, { id: 2 }], total: 2 },
  headers: {},
  reason: '',
};
const refused: Reply = {
  status: 400,
  body: { error: 'too much' },
  headers: {},
  reason: 'state',
  code: 'limit-exceeded',
};

const answered = (reply: Reply, ...captured: readonly CapturedAnswer[]): Reply =>
  createCaptured(captured)({ match: route('GET', path), path }, reply);

const about = (more: Partial<CapturedAnswer>): CapturedAnswer => ({
  operation: 'listCategories',
  when: 'served',
  ...more,
});

describe('what was captured of responses', () => {
  test('members are added and left out wherever what is around them exists', () => {
    const added = [
      { at: 'list[].risk', sample: 'low' },
      { at: 'cursor', sample: null },
      { at: 'absent.deep', sample: 1 },
      { at: 'list[].__proto__', sample: { polluted: true } },
    ];
    const { body } = answered(
      served,
      about({ added: added.slice(0, 3), left_out: ['list[].name', 'total'] }),
    );
    expect(body).toEqual({
      list: [
        { id: 1, risk: 'low' },
        { id: 2, risk: 'low' },
      ],
      cursor: null,
    });
    answered(served, about({ added }));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('status and headers are those of the stage', () => {
    const reply = answered(served, about({ status: 202, headers: { server: 'stage' } }));
    expect(reply).toMatchObject({ status: 202, headers: { server: 'stage' }, body: served.body });
  });

  test('a status without a body has none', () => {
    const { body, text, headers } = answered({ ...served, text: 'x' }, about({ status: 204 }));
    expect({ body, text, headers }).toEqual({ body: undefined, text: undefined, headers: {} });
  });

  test.each(['content-length', 'transfer-encoding', 'Server', 'a b'])(
    'the header %s is not taken',
    (name) => {
      expect(capturedAnswer.safeParse(about({ headers: { [name]: '1' } })).success).toBe(false);
      expect(capturedAnswer.safeParse(about({ headers: { server: '1' } })).success).toBe(true);
    },
  );

  test('a refusal keeps its text in another body', () => {
    const body = { errors: [{ detail: '{text}' }], id: 'x' };
    const reply = answered(refused, about({ when: 'refused', reason: 'state', status: 409, body }));
    expect(reply).toMatchObject({ status: 409, body: { errors: [{ detail: 'too much' }], id: 'x' } });
    const plain = {
      ...refused,
      body: 'too much',
      text: 'too much',
      headers: { 'content-type': 'text/plain' },
    };
    const fromText = answered(plain, about({ when: 'refused', body }));
    expect(fromText).toMatchObject({ body: { errors: [{ detail: 'too much' }], id: 'x' }, headers: {} });
    expect(fromText.text).toBeUndefined();
  });

  test.each<[string, Partial<CapturedAnswer>]>([
    ['another reason', { when: 'refused', reason: 'invalid' }],
    ['another code', { when: 'refused', reason: 'state', code: 'not-found' }],
    ['another outcome', { when: 'served' }],
    ['another operation', { when: 'refused', operation: 'createCategory' }],
  ])('an entry about %s does not apply', (_what, more) => {
    expect(answered(refused, about({ ...more, status: 418 }))).toEqual(refused);
  });

  test('what says more of when it applies has the last word', () => {
    const one = about({ when: 'refused', reason: 'state', code: 'limit-exceeded', status: 418 });
    const all = [
      one,
      about({ operation: '*', when: 'any', status: 500 }),
      about({ when: 'refused', status: 409 }),
    ];
    expect(answered(refused, ...all).status).toBe(418);
    expect(answered({ ...refused, code: 'not-found' }, ...all).status).toBe(409);
  });

  test('the control API and lost responses are left alone', () => {
    const captured = createCaptured([about({ operation: '*', when: 'any', status: 500 })]);
    const control = { match: route('GET', '/control/v1/none'), path: '/control/v1/none' };
    expect(captured(control, served)).toBe(served);
    const lost = { ...served, lost: 'closed' };
    expect(captured({ match: route('GET', path), path }, lost)).toBe(lost);
  });
});
