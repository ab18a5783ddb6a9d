import { expect, test } from 'vitest';
import { openQuestions } from '../../contract/readings/index.js';
import { observers } from './observers/index.js';
import { questionKey } from './questions.js';

test('every open question has somebody who looks for its answer, and nobody looks for another one', () => {
  expect(Object.keys(observers).toSorted()).toEqual(openQuestions.map(questionKey).toSorted());
});
