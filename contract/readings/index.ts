import { callQuestions } from './calls.js';
import { moneyQuestions } from './money.js';
import type { OpenQuestion, Reading } from './question.js';
import { responseQuestions } from './responses.js';
import { statusQuestions } from './statuses.js';
import { tokenQuestions } from './tokens.js';
import { valueQuestions } from './values.js';

/** Every open question whose answer a bank can notice. */
export const openQuestions: readonly OpenQuestion[] = [
  ...callQuestions,
  ...tokenQuestions,
  ...statusQuestions,
  ...responseQuestions,
  ...valueQuestions,
  ...moneyQuestions,
];

/** A reading other than the usual one, with the question that it answers. */
export interface OtherReading extends Reading {
  /** Its number and name: `U-26 object`. */
  readonly id: string;
  readonly touches: readonly string[];
  readonly question: OpenQuestion;
}

export const readingId = (
  { unknown }: Pick<OpenQuestion, 'unknown'>,
  { name }: Pick<Reading, 'name'>,
): string => (unknown === '-' ? name : `${unknown} ${name}`);

/** Every reading that a run can try. */
export const otherReadings: readonly OtherReading[] = openQuestions.flatMap((question) =>
  question.others.map((reading) => ({
    touches: question.touches,
    ...reading,
    id: readingId(question, reading),
    question,
  })),
);
