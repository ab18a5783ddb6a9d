import { describe, expect, test } from 'vitest';
import { type ErrorCode, errorBody, errorCatalogue, errorMessage } from './errors.js';

const codes = Object.keys(errorCatalogue) as ErrorCode[];

describe.each(codes)('%s', (code) => {
  const { status, shape, message, reason } = errorCatalogue[code];

  test('has a status that fits its reason and shape', () => {
    expect(shape === 'gateway').toBe([401, 403].includes(status));
    if (reason === 'credential' || reason === 'session') expect(status).toBe(401);
    if (reason === 'permission') expect(status).toBe(403);
  });

  test('has a body of its shape', () => {
    const body = errorBody(code, 'text');
    if (shape === 'application') expect(body).toEqual({ error: 'text' });
    else expect(body).toMatchObject({ error: { code: status, message: 'text' } });
  });

  test('keeps a placeholder that was not filled', () => {
    expect(errorMessage(code)).toBe(message);
  });
});

test('messages are filled in, also with text that looks like a pattern', () => {
  expect(errorMessage('uuid-length', { length: 3 })).toBe('invalid UUID length: 3');
  expect(errorMessage('not-found', { thing: '$& {thing}' })).toBe('$& {thing} not found');
});
