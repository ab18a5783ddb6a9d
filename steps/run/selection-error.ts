import { type Said, said, UsageError } from '../../contract/texts/said.js';

/** The selection cannot be read, e.g. a tag expression with a mistake. */
export class SelectionError extends UsageError {
  override name = 'SelectionError';
  constructor(
    said: Said,
    /** It can be read, and no scenario belongs to it. */
    readonly nothingMatches = false,
  ) {
    super(said);
  }
}

/** What is selected by this has no scenario. */
export const noScenario = (selection: string, nothingMatches = false): SelectionError =>
  new SelectionError(
    said(
      `no scenario matches ${selection || 'the selection'}`,
      `жоден сценарій не відповідає вибірці${selection && ` ${selection}`}`,
    ),
    nothingMatches,
  );
