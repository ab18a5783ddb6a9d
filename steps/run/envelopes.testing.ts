import type { Envelope, TestStepResult, TestStepResultStatus } from '@cucumber/messages';
import { type CheckRecord, checkMediaType } from '../checks/record.js';

export type Status = `${TestStepResultStatus}`;

const at = (ms: number) => ({ seconds: Math.floor(ms / 1000), nanos: (ms % 1000) * 1e6 });

/** The end of one step. */
export interface StepEnd {
  readonly status: Status;
  /** Type and message of what it threw. */
  readonly thrown?: readonly [string, string];
  readonly message?: string;
}

export const result = ({ status, thrown, message }: StepEnd): TestStepResult => ({
  status: status as TestStepResultStatus,
  duration: at(0),
  ...(message === undefined ? {} : { message }),
  ...(thrown ? { exception: { type: thrown[0], message: thrown[1] } } : {}),
});

/** What cucumber says before it runs a scenario. */
export const announced = (id: string, tags: readonly string[]): Envelope[] => [
  {
    pickle: {
      id: `pickle-${id}`,
      uri: 'some.feature',
      name: `scenario ${id}`,
      language: 'en',
      steps: [],
      tags: tags.map((name) => ({ name, astNodeId: '' })),
      astNodeIds: [],
    },
  },
  { testCase: { id: `case-${id}`, pickleId: `pickle-${id}`, testSteps: [] } },
];

export const started = (id: string, ms = 1000): Envelope => ({
  testCaseStarted: { id: `run-${id}`, testCaseId: `case-${id}`, attempt: 0, timestamp: at(ms) },
});

export const stepEnded = (id: string, end: StepEnd): Envelope => ({
  testStepFinished: {
    testCaseStartedId: `run-${id}`,
    testStepId: 'step',
    testStepResult: result(end),
    timestamp: at(0),
  },
});

export const finished = (id: string, ms = 1042): Envelope => ({
  testCaseFinished: { testCaseStartedId: `run-${id}`, timestamp: at(ms), willBeRetried: false },
});

export const attached = (id: string, record: CheckRecord, mediaType = checkMediaType): Envelope => ({
  attachment: {
    body: JSON.stringify(record),
    contentEncoding: 'IDENTITY' as never,
    mediaType,
    testCaseStartedId: `run-${id}`,
  },
});

export const hookEnded = (end: StepEnd): Envelope => ({
  testRunHookFinished: { testRunHookStartedId: 'hook', result: result(end), timestamp: at(0) },
});

export const unreadable: Envelope = {
  parseError: { source: { uri: 'some.feature' }, message: 'expected: #EOF' },
};
