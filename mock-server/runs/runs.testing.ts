import { gzipSync } from 'node:zlib';
import type { ScenarioEnded } from '../../contract/control/run-parts.js';
import type { RunOrder } from '../../contract/control/runs.js';
import type { Result } from '../../contract/result.js';
import type { TestMock } from '../mock.testing.js';
import type { ProgramEnd, Runner } from './runner.js';

/** A program of a run that does nothing but what a test tells it. */
export interface FakeProgram {
  readonly order: RunOrder;
  readonly id: number;
  stops: number;
  end(end?: Partial<ProgramEnd>): Promise<void>;
}

/** Waits until what a promise has begun is done. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

export function fakeRunner(): { readonly runner: Runner; readonly programs: FakeProgram[] } {
  const programs: FakeProgram[] = [];
  return {
    programs,
    runner: {
      targets: [
        { name: 'bank1', reference: false },
        { name: 'reference', reference: true },
      ],
      choices: async () => ({ defects: [{ name: 'late', says: 'is late' }], readings: ['U-26'] }),
      wrongIn: async ({ steps }) =>
        steps === '99' ? { member: 'steps', problem: 'expected steps of 1 to 16' } : undefined,
      start(order, id) {
        let ends = (_: ProgramEnd) => {};
        const ended = new Promise<ProgramEnd>((resolve) => {
          ends = resolve;
        });
        const program: FakeProgram = {
          order,
          id,
          stops: 0,
          async end(end = {}) {
            ends({ code: 0, said: '', ...end });
            await settle();
          },
        };
        programs.push(program);
        return {
          ended,
          stop() {
            program.stops += 1;
          },
        };
      },
    },
  };
}

export const options = { steps: '7', tags: '', readings: '', quick: false, defect: '' };

export const begun = (id: string, first_seq: number) => ({
  begun: { id, scheme: null, name: `scenario ${id}`, step: 7, first_seq },
});

export const ended = (id: string, changes: Partial<ScenarioEnded> = {}) => ({
  ended: {
    id,
    scheme: null,
    name: `scenario ${id}`,
    step: 7,
    verdict: 'passed' as const,
    ms: 5,
    failures: [],
    cause_rule: '',
    cause: '',
    note: '',
    ...changes,
  },
});

/** A program says what `dcm verify` says at its end. */
export async function handOver({ control }: TestMock, id: number, result: Result, note = '') {
  for (const [of, text] of [
    ['result', JSON.stringify(result)],
    ['report', '<p>report</p>'],
  ] as const) {
    const packed = gzipSync(text).toString('base64');
    // Two parts, so that they have to be put together.
    const half = 4 * Math.floor(packed.length / 8);
    for (const pieces of [[packed.slice(0, half)], packed.slice(half).match(/.{1,8000}/g) ?? []])
      await control.addRunPart({ params: { id }, body: { of, pieces } });
  }
  return control.endRun({ params: { id }, body: { exit_code: result.exit_code, note } });
}
