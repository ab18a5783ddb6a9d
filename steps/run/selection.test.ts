import { describe, expect, it } from 'vitest';
import { SelectionError } from './features.js';
import { parseSteps, selectionText, tagExpression } from './selection.js';

const all = { steps: [], tags: '', mock: false };

describe('parseSteps', () => {
  it.each([
    ['7', [7]],
    ['1-3', [1, 2, 3]],
    ['16', [16]],
    [' 3 , 1-2,12 - 13', [1, 2, 3, 12, 13]],
    ['2,2,1-2', [1, 2]],
  ])('reads %j', (text, steps) => {
    expect(parseSteps(text)).toEqual(steps);
  });

  it.each(['', '0', '17', '1-17', '3-1', '1,', ',', 'seven', '1-', '-3', '1.5', '7 8', '1--2', '0x1'])(
    'refuses %j and says what it expects',
    (text) => {
      expect(() => parseSteps(text)).toThrow(SelectionError);
      expect(() => parseSteps(text)).toThrow(
        `--steps ${text}: expected steps of 1 to 16 such as 7, 1-11 or 1,12-16`,
      );
    },
  );
});

describe('tagExpression', () => {
  it('leaves out what is about the mock itself, unless it is asked for', () => {
    expect(tagExpression(all)).toBe('(not @mock or @simulated)');
    expect(tagExpression({ ...all, mock: true })).toBe('');
  });

  it('joins steps and tags', () => {
    expect(tagExpression({ steps: [1, 7], tags: '@service or @client', mock: false })).toBe(
      '(not @mock or @simulated) and (@step-1 or @step-7) and (@service or @client)',
    );
  });
});

describe('selectionText', () => {
  it('is empty for the whole plan only', () => {
    expect(selectionText(all)).toBe('');
    expect(selectionText({ ...all, mock: true })).toBe('');
    expect(selectionText({ steps: [1, 7], tags: '@service', mock: false })).toBe('steps 1,7, @service');
  });
});
