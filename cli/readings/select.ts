import { nearest } from '../../contract/nearest.js';
import { type OtherReading, otherReadings } from '../../contract/readings/index.js';
import { said, UsageError } from '../../contract/texts/said.js';

/**
 * The readings that a selection names: `U-26` is every reading of that question, `U-26 object` that one.
 * @param selection separated by commas; empty for all
 * @throws {UsageError}
 */
export function selectReadings(selection: string): readonly OtherReading[] {
  if (selection === '') return otherReadings;
  const unknown = unknownReadingIn(selection);
  if (unknown !== undefined) throw unknownReading(unknown);
  const parts = partsOf(selection);
  return otherReadings.filter(({ id, question }) => parts.includes(id) || parts.includes(question.unknown));
}

/** What a selection can name: questions, and single readings. */
export const readingNames: readonly string[] = [
  ...new Set(
    otherReadings.flatMap(({ id, question }) => [question.unknown, id]).filter((name) => name !== '-'),
  ),
];

const partsOf = (selection: string): string[] => selection.split(',').map((text) => text.trim());

interface UnknownReading {
  readonly part: string;
  /** The name that is nearest to it. */
  readonly near: string;
}

/** The first part of a selection that names nothing; undefined if each does. */
export function unknownReadingIn(selection: string): UnknownReading | undefined {
  const part = partsOf(selection).find((one) => !readingNames.includes(one));
  return part === undefined ? undefined : { part, near: nearest(part, readingNames)[0] ?? '' };
}

function unknownReading({ part, near }: UnknownReading): UsageError {
  return new UsageError(
    said(
      `--readings ${part}: there is no such reading; did you mean ${near}? All of them: dcm verify --readings list`,
      `--readings ${part}: такого тлумачення немає; можливо, ви мали на увазі ${near}? Усі: dcm verify --readings list`,
    ),
  );
}
