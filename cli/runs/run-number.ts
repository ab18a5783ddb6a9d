import { said, UsageError } from '../../contract/texts/said.js';

/** The number of a run, as `dcm runs list` has it. @throws {UsageError} */
export function runNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(
    said(
      `${text}: expected the number of a run; dcm runs list has them`,
      `${text}: очікувано номер прогону; їх виводить dcm runs list`,
    ),
  );
}
