import { describe, expect, it } from 'vitest';
import {
  parseSteps,
  type Scope,
  selectionText,
  stepsSwitchedOff,
  switchedOff,
  tagExpression,
} from './selection.js';
import { SelectionError } from './selection-error.js';

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

const everything: Scope = {
  scope: 'full',
  schemes: ['dcm', 'bank'],
  callbacks: true,
  multisignature: true,
  limits: true,
  reconciliation: true,
  branches: true,
  parallel: true,
  hard: true,
};

describe('tagExpression', () => {
  it('leaves out what is about the mock itself, unless it is asked for', () => {
    expect(tagExpression(all, everything, 'dcm')).toBe('(not @mock or @simulated) and not @scheme-bank');
    expect(tagExpression({ ...all, mock: true }, everything, 'dcm')).toBe('not @scheme-bank');
  });

  it('joins steps and tags', () => {
    const selection = { steps: [1, 7], tags: '@service or @client', mock: true };
    expect(tagExpression(selection, everything, 'dcm')).toBe(
      'not @scheme-bank and (@step-1 or @step-7) and (@service or @client)',
    );
  });

  it('walks only the steps from 12 on under a further scheme', () => {
    expect(tagExpression({ ...all, mock: true }, everything, 'bank')).toBe(
      'not @scheme-dcm and (@step-12 or @step-13 or @step-14 or @step-15 or @step-16)',
    );
    expect(tagExpression({ ...all, mock: true }, { ...everything, schemes: ['bank'] }, 'bank')).toBe(
      'not @scheme-dcm',
    );
  });

  it('leaves out what the configuration switches off', () => {
    const less: Scope = {
      scope: 'service',
      schemes: ['dcm'],
      callbacks: false,
      multisignature: false,
      limits: false,
      reconciliation: false,
      branches: false,
      parallel: false,
      hard: false,
    };
    expect(tagExpression({ ...all, mock: true }, less, 'dcm')).toBe(
      'not @client and not @scheme-bank and not @multisignature and not @callbacks and not @branches and not @limits and not @reconciliation and not @parallel and not @hard',
    );
    expect(switchedOff(less)).toEqual(
      expect.arrayContaining([
        'scheme bank',
        'multisignature',
        'callbacks',
        'branches',
        'limits',
        'reconciliation',
        'acts in parallel',
        'hard cases',
      ]),
    );
    expect(stepsSwitchedOff(less)).toEqual([11]);
  });
});

describe('selectionText', () => {
  it('is empty for the whole plan only', () => {
    expect(selectionText(all)).toBe('');
    expect(selectionText({ ...all, mock: true })).toBe('');
    expect(selectionText({ steps: [1, 7], tags: '@service', mock: false })).toBe('steps 1,7, @service');
  });
});
