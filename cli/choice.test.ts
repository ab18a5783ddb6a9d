import { describe, expect, it } from 'vitest';
import { nearest } from '../contract/nearest.js';
import { alike } from '../contract/texts/said.js';
import { tokenDefects } from '../contract/token-forge.js';
import { defects } from '../fixtures/broken-banks/index.js';
import { unknownChoice } from './choice.js';
import { unknownDefect } from './commands/bank.js';

describe('a value that an option does not have', () => {
  it.each(Object.keys(defects))('%s with a letter less is suggested', (name) => {
    const { message } = unknownDefect(`${name.slice(0, 4)}${name.slice(5)}`);
    expect(message).toContain(`did you mean ${name}?`);
    expect(message.split('\n').length).toBeLessThan(8);
  });

  it('has all values named where they are few', () => {
    const { message } = unknownChoice('--lang', 'ru', { en: '', uk: '' });
    expect(message).toMatch(/^--lang ru: (did you mean \w+\? )?expected one of en, uk$/);
    expect(unknownChoice('--flow', 'signin', { 'sign-in': '', 'sign-up': '' }).message).toBe(
      '--flow signin: did you mean sign-in? expected one of sign-in, sign-up',
    );
  });

  it('has all of a page full of values explained', () => {
    const { message } = unknownChoice('--defect', 'x', tokenDefects, alike('the docs'));
    expect(message.split('\n')).toHaveLength(Object.keys(tokenDefects).length + 1);
    expect(message).not.toContain('the docs');
  });

  it('says where the others are, and guesses nothing that is far', () => {
    const many = Object.fromEntries(Object.entries(defects).map(([name, { says }]) => [name, says]));
    const { message } = unknownChoice('--defect', 'x', many, alike('the docs'));
    expect(message).not.toContain('did you mean');
    expect(message.split('\n')).toHaveLength(5);
    expect(message).toMatch(/\nand \d+ more, see the docs$/);
  });

  it('is nearer by a word than by letters', () => {
    expect(nearest('callback-202', ['callback-201', 'allows-no-skew'])[0]).toBe('callback-201');
    expect(nearest('everything-refused', ['refuses-everything', 'vault-asleep'])[0]).toBe(
      'refuses-everything',
    );
  });
});
