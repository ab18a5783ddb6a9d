import { expect, it } from 'vitest';
import { readJson } from './read-json.js';
import { redactBody } from './redact.js';

it('reads JSON, also behind one byte order mark, and nothing else', () => {
  expect(readJson('{"a":1}')).toEqual({ a: 1 });
  expect(readJson('\ufeff{"a":1}')).toEqual({ a: 1 });
  expect(readJson('\ufeff\ufeff{"a":1}', 'none')).toBe('none');
  expect(readJson('{"a":', 'none')).toBe('none');
  expect(readJson('')).toBeUndefined();
});

it('hides the secrets behind a byte order mark', () => {
  expect(redactBody('\ufeff{"key":"k-1","seeds":["a"]}')).toBe('{"key":"[redacted]","seeds":"[redacted]"}');
});
