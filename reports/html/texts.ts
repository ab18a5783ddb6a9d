import type { RunVerdict, Verdict } from '../../contract/verdict.js';
import { plural } from '../text.js';

/** Every word of the page that does not come from the result: another language is another one of these. */
export interface Texts {
  /** BCP 47. */
  readonly lang: string;
  readonly title: (target: string) => string;
  readonly kicker: (target: string) => string;
  readonly skip: string;
  readonly contents: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly runVerdicts: Readonly<Record<RunVerdict, { readonly name: string; readonly says: string }>>;
  readonly levels: Readonly<Record<'must' | 'should' | 'may', string>>;
  readonly scenarios: (count: number) => string;
  readonly checks: (count: number) => string;
  readonly times: (count: number) => string;
  readonly scheme: (scheme: string) => string;
  readonly step: (step: number | string) => string;
  readonly figures: Readonly<
    Record<'steps' | 'passed' | 'failed' | 'exitCode' | 'duration' | 'errors', string>
  > & { readonly of: (count: number) => string };
  readonly narrows: Readonly<
    Record<'scope' | 'switchedOff' | 'waivers' | 'options' | 'selection' | 'seed', string>
  >;
  readonly sections: Readonly<Record<SectionName, { readonly title: string; readonly lead: string }>>;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly wholeRun: string;
  readonly noCheck: string;
  readonly noReason: string;
  readonly outside: string;
  readonly other: string;
  readonly footer: string;
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
  | 'profile'
  | 'versions';

export const english: Texts = {
  lang: 'en',
  title: (target) => `DCM conformance of ${target}`,
  kicker: (target) => `DCM conformance report · ${target}`,
  skip: 'Skip to the verdict',
  contents: 'Contents',
  verdicts: {
    'not-applicable': 'not applicable',
    simulated: 'simulated',
    passed: 'passed',
    warned: 'warned',
    waived: 'waived',
    'not-run': 'not run',
    'not-verified': 'not verified',
    failed: 'failed',
    error: 'error',
  },
  runVerdicts: {
    conformant: {
      name: 'Conformant',
      says: 'Every applicable requirement was checked and held, and every step of the bank passed.',
    },
    'conformant-with-waivers': {
      name: 'Conformant with waivers',
      says: 'Every applicable requirement held, except for those that a valid waiver names.',
    },
    'service-conformant': {
      name: 'Service conformant',
      says: 'What DCM calls was checked and held. How the bank itself calls DCM was not part of this run.',
    },
    'non-standard': {
      name: 'Non-standard',
      says: 'Everything held, but under an option that asks less than the documentation does.',
    },
    partial: {
      name: 'Partial',
      says: 'Everything that was selected held. The rest of the plan was not run.',
    },
    'not-conformant': {
      name: 'Not conformant',
      says: 'At least one requirement did not hold. Each one is listed below with what to change.',
    },
    'not-verified': {
      name: 'Not verified',
      says: 'Nothing failed, but a requirement or a step was left without a check, so nobody can vouch for it.',
    },
    error: {
      name: 'Error',
      says: 'The tool itself tripped, so this run says nothing about the bank. The reasons are below.',
    },
  },
  levels: { must: 'must', should: 'should', may: 'may' },
  scenarios: (count) => plural(count, 'scenario'),
  checks: (count) => plural(count, 'check'),
  times: (count) => plural(count, 'time'),
  scheme: (scheme) => `scheme ${scheme}`,
  step: (step) => `Step ${step}`,
  figures: {
    steps: 'steps hold',
    passed: 'scenarios passed',
    failed: 'failed',
    exitCode: 'exit code',
    duration: 'duration',
    errors: 'errors outside the scenarios',
    of: (count) => `of ${count}`,
  },
  narrows: {
    scope: 'Scope',
    switchedOff: 'Switched off',
    waivers: 'Waivers',
    options: 'Options',
    selection: 'Selection',
    seed: 'Seed',
  },
  sections: {
    failures: { title: 'Failures', lead: 'Requirements that did not hold, by rule, with what to change.' },
    errors: { title: 'Errors', lead: 'What the tool tripped over. It could not tell whether these hold.' },
    board: { title: 'The integration plan', lead: 'Sixteen steps, as they are walked on the shared stage.' },
    warnings: { title: 'Warnings', lead: 'Recommendations that did not hold, and failures under a waiver.' },
    doubts: { title: 'Not verified', lead: 'Selected, but no check ran: not to be taken for passed.' },
    findings: { title: 'Findings', lead: "What the processing center noticed in the bank's requests." },
    rules: { title: 'Rules', lead: 'Everything a bank must, should or may do, and what this run found.' },
    scenarios: {
      title: 'Scenarios',
      lead: 'What was played, by step. Steps in which something is open are unfolded.',
    },
    run: { title: 'This run', lead: 'What is needed to repeat it.' },
  },
  fields: {
    expected: 'Expected',
    actual: 'Actual',
    fix: 'Fix',
    source: 'Source',
    seenIn: 'Seen in',
    because: 'Because',
    first: 'First seen',
    curl: 'Repeat with curl',
    exchange: 'Recorded exchange',
    rule: 'Rule',
    level: 'Level',
    says: 'Requirement',
    verdict: 'Verdict',
    checks: 'Checks',
    scenarios: 'Scenarios',
    count: 'Count',
    target: 'Target',
    startedAt: 'Started at',
    profile: 'Profile',
    versions: 'Versions',
  },
  wholeRun: 'the run as a whole, no scenario in particular',
  noCheck: 'no check ran',
  noReason: 'no reason was recorded',
  outside: 'outside the scenarios',
  other: 'Outside the plan',
  footer: 'Made from result.json and from nothing else. Secrets are redacted.',
};
