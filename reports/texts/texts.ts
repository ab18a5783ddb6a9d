import type { Result } from '../../contract/result.js';
import type { Language } from '../../contract/texts/language.js';
import type { RunVerdict, Verdict } from '../../contract/verdict.js';

/** Every word of a report that does not come from the result: another language is another one of these. */
export interface Texts {
  /** BCP 47. */
  readonly lang: Language;
  readonly title: (target: string) => string;
  readonly kicker: (target: string) => string;
  readonly skip: string;
  readonly contents: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly runVerdicts: Readonly<Record<RunVerdict, { readonly name: string; readonly says: string }>>;
  readonly levels: Readonly<Record<'must' | 'should' | 'may', string>>;
  readonly scenarios: (count: number) => string;
  readonly rules: (count: number) => string;
  readonly checks: (count: number) => string;
  readonly times: (count: number) => string;
  readonly scheme: (scheme: string) => string;
  readonly step: (step: number | string) => string;
  readonly figures: Readonly<
    Record<'steps' | 'passed' | 'failed' | 'exitCode' | 'duration' | 'errors', string>
  > & { readonly of: (count: number) => string; readonly simulated: (count: number) => string };
  readonly narrows: Readonly<
    Record<'scope' | 'switchedOff' | 'waivers' | 'options' | 'selection' | 'resumed' | 'seed', string>
  >;
  /** When a run was gone on with and begun, what was carried over, and what was run again. */
  readonly resumed: (begun: string, how: NonNullable<Result['resumed']>) => string;
  readonly sections: Readonly<Record<SectionName, { readonly title: string; readonly lead: string }>>;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly answerTimes: (times: Result['times'][number]) => string;
  readonly console: ConsoleTexts;
  readonly wholeRun: string;
  readonly noCheck: string;
  readonly noReason: string;
  readonly outside: string;
  readonly other: string;
  readonly footer: string;
  /** Before what is folded below a cause. */
  readonly more: string;
  readonly filter: Readonly<
    Record<
      'title' | 'text' | 'step' | 'verdict' | 'rule' | 'all' | 'clear' | 'shown' | 'copy' | 'copied',
      string
    >
  >;
}

export type SectionName =
  | 'failures'
  | 'errors'
  | 'board'
  | 'warnings'
  | 'doubts'
  | 'findings'
  | 'rules'
  | 'scenarios'
  | 'run';

type FieldName =
  | 'expected'
  | 'actual'
  | 'fix'
  | 'causes'
  | 'reading'
  | 'source'
  | 'seenIn'
  | 'because'
  | 'first'
  | 'curl'
  | 'exchange'
  | 'rule'
  | 'level'
  | 'says'
  | 'verdict'
  | 'checks'
  | 'scenarios'
  | 'count'
  | 'target'
  | 'startedAt'
  | 'times'
  | 'profile'
  | 'versions';

/** Words of console and summary that the page does not have. */
export interface ConsoleTexts {
  /** How many questions the run has put to the bank. */
  readonly questions: (all: number) => string;
  /** The plan begins anew under another scheme. */
  readonly again: (scheme: 'dcm' | 'bank') => string;
  /** Columns of a label with the gap after it. */
  readonly indent: number;
  readonly labels: Readonly<
    Record<
      | 'says'
      | 'expected'
      | 'actual'
      | 'in'
      | 'fix'
      | 'causes'
      | 'reading'
      | 'source'
      | 'because'
      | 'first'
      | 'follows',
      string
    >
  >;
  readonly headings: Readonly<
    Record<
      | 'failures'
      | 'unexplained'
      | 'errors'
      | 'board'
      | 'warnings'
      | 'doubts'
      | 'findings'
      | 'brief'
      | 'steps'
      | 'outsideErrors'
      | 'doubtsAndErrors',
      string
    >
  >;
  readonly columns: Readonly<Record<'step' | 'who' | 'title' | 'verdict' | 'scenarios', string>>;
  readonly more: (count: number) => string;
  /** Before the ids of scenarios that could not be verified because of something. */
  readonly notVerified: (count: number) => string;
  /** Before others of which the same is to be said. */
  readonly likewise: string;
  /** Before the path of the reports. */
  readonly reports: string;
}
