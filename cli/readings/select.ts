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
  const wanted = new Set<OtherReading>();
  for (const part of selection.split(',').map((text) => text.trim())) {
    const found = otherReadings.filter(({ id, question }) => id === part || question.unknown === part);
    if (found.length === 0) throw unknownReading(part);
    for (const reading of found) wanted.add(reading);
  }
  return otherReadings.filter((reading) => wanted.has(reading));
}

function unknownReading(part: string): UsageError {
  const known = [...new Set(otherReadings.flatMap(({ id, question }) => [question.unknown, id]))];
  const [near] = nearest(part, known);
  return new UsageError(
    said(
      `--readings ${part}: there is no such reading; did you mean ${near}? All of them: dcm verify --readings list`,
      `--readings ${part}: такого тлумачення немає; можливо, ви мали на увазі ${near}? Усі: dcm verify --readings list`,
    ),
  );
}
