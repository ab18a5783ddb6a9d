import { expect, it } from 'vitest';
import { hiding } from './hide.js';

it('leaves no secret in texts, names and deep below, and all else as it was', () => {
  const hide = hiding(['marked-secret', 'marked-secret-longer', 'short']);
  const shown = { a: ['x marked-secret-longer y', 1, null, true], 'marked-secret': { b: 'marked-secret!' } };
  expect(hide(shown)).toEqual({ a: ['x [redacted] y', 1, null, true], '[redacted]': { b: '[redacted]!' } });
  expect(hide('a short text')).toBe('a short text');
});

it('leaves no JWT, whoever made it', () => {
  const jwt = 'eyJhbGciOiJub25lIn0.eyJmbG93Ijoic2lnbi1pbiJ9.';
  expect(hiding([])({ text: `token ${jwt} was refused` })).toEqual({ text: 'token [redacted] was refused' });
});
