import type { Envelope } from '@cucumber/messages';
import { describe, expect, it } from 'vitest';
import { createCollector, scenarioId } from './collect.js';
import {
  announced,
  attached,
  finished,
  hookEnded,
  type StepEnd,
  started,
  stepEnded,
  unreadable,
} from './envelopes.testing.js';
import { said } from './run.testing.js';
import type { ScenarioRun } from './scenario-run.js';

const tags = ['@step-7', '@S07-02', '@service', '@KEY-02'];

function collect(...envelopes: readonly Envelope[]) {
  const collector = createCollector('dcm');
  for (const envelope of envelopes) collector.take(envelope);
  return collector.collected();
}

/** One scenario whose steps end like this. */
const scenarioOf = (...ends: readonly StepEnd[]) =>
  collect(...announced('a', tags), started('a'), ...ends.map((end) => stepEnded('a', end)), finished('a'))
    .scenarios[0];

const passed: StepEnd = { status: 'PASSED' };
const checkFailed: StepEnd = { status: 'FAILED', thrown: ['CheckFailed', 'KEY-02: ...'] };
const tripped: StepEnd = { status: 'FAILED', thrown: ['TypeError', 'x is undefined'] };

describe('a scenario', () => {
  it('is what cucumber says about it', () => {
    const record = said('KEY-02');
    const { scenarios, errors } = collect(
      ...announced('a', tags),
      started('a', 1000),
      attached('a', record),
      stepEnded('a', passed),
      finished('a', 1042),
    );
    expect(errors).toEqual([]);
    expect(scenarios).toEqual([
      {
        id: 'S07-02',
        name: 'scenario a',
        tags,
        scheme: 'dcm',
        checks: [record],
        status: 'PASSED',
        endedBy: { name: '', message: '' },
        ms: 42,
      },
    ]);
  });

  it('of a table has the id of its row, and of the tags of the table its own', () => {
    const block = ['@step-1', '@S01-07', '@S01-08', '@service', '@AUTH-08', '@JWT-02', '@JWT-03'];
    const [pickle, testCase] = announced('a', block);
    if (!pickle?.pickle || !testCase) throw new Error('nothing is announced');
    const steps = ['each of them is answered with 401, as JWT-03 demands'].map((text) => ({
      id: text,
      text,
      astNodeIds: [],
    }));
    const row = { pickle: { ...pickle.pickle, name: 'S01-08 A token is refused', steps } };
    const { scenarios } = collect(row, testCase, started('a'), finished('a'));
    expect(scenarios).toMatchObject([
      { id: 'S01-08', name: 'A token is refused', tags: ['@step-1', '@S01-08', '@service', '@JWT-03'] },
    ]);
  });

  it('keeps its own checks when several run at a time', () => {
    const [first, second] = collect(
      ...announced('a', ['@S07-01']),
      ...announced('b', ['@S07-02']),
      started('a'),
      started('b'),
      attached('b', said('KEY-02')),
      attached('a', said('KEY-01', false)),
      stepEnded('a', checkFailed),
      stepEnded('b', passed),
      finished('b'),
      finished('a'),
    ).scenarios;
    expect(first).toMatchObject({ id: 'S07-02', checks: [{ rule: 'KEY-02', ok: true }], status: 'PASSED' });
    expect(second).toMatchObject({ id: 'S07-01', checks: [{ rule: 'KEY-01', ok: false }], status: 'FAILED' });
  });

  it('takes no other attachment for a check', () => {
    const seen = [...announced('a', tags), started('a'), attached('a', said('KEY-02'), 'text/plain')];
    expect(collect(...seen, finished('a')).scenarios[0]?.checks).toEqual([]);
  });

  it('is told of as soon as it ends', () => {
    const runs: ScenarioRun[] = [];
    const collector = createCollector('dcm', (run) => runs.push(run));
    for (const envelope of [...announced('a', tags), started('a'), stepEnded('a', passed)]) {
      collector.take(envelope);
    }
    expect(runs).toEqual([]);
    collector.take(finished('a'));
    expect(runs.map(({ id }) => id)).toEqual(['S07-02']);
  });

  it('is ended by what its worst step threw', () => {
    expect(scenarioOf(passed, checkFailed, { status: 'SKIPPED' })?.endedBy).toEqual({
      name: 'CheckFailed',
      message: 'KEY-02: ...',
    });
  });

  it.each([
    [[checkFailed, tripped], 'TypeError'],
    [[tripped, checkFailed], 'TypeError'],
    [[{ status: 'FAILED', thrown: ['Blocked', 'no'] }, tripped], 'TypeError'],
    [[checkFailed, { status: 'UNDEFINED' }], 'UNDEFINED'],
    [[checkFailed, { status: 'PENDING' }], 'PENDING'],
    [[{ status: 'AMBIGUOUS' }, passed], 'AMBIGUOUS'],
    [[passed, { status: 'SKIPPED' }], 'SKIPPED'],
    [[{ status: 'UNDEFINED' }, tripped], 'TypeError'],
  ] satisfies [StepEnd[], string][])('is ended by what nobody foresaw (%#)', (ends, name) => {
    expect(scenarioOf(...ends)?.endedBy.name).toBe(name);
  });

  it('does not pass by throwing something without a name', () => {
    const nameless: StepEnd = { status: 'FAILED', thrown: ['', ''] };
    expect(scenarioOf(nameless)?.endedBy.name).toBe('FAILED');
    expect(scenarioOf({ status: 'FAILED', message: 'why' })?.endedBy).toEqual({
      name: 'FAILED',
      message: 'why',
    });
  });

  it('without a single step is unknown', () => {
    expect(scenarioOf()).toMatchObject({ status: 'UNKNOWN', endedBy: { name: 'UNKNOWN' } });
  });
});

describe('errors', () => {
  it('are hooks that failed', () => {
    const { errors } = collect(
      hookEnded(passed),
      hookEnded({ status: 'FAILED', thrown: ['Error', 'the stage is not there'] }),
      hookEnded({ status: 'FAILED', message: 'in words' }),
      hookEnded({ status: 'FAILED' }),
    );
    expect(errors).toEqual(['the stage is not there', 'in words', 'a hook failed']);
  });

  it('are features that cannot be read', () => {
    expect(collect(unreadable).errors).toEqual(['feature cannot be read: expected: #EOF']);
  });

  it('are scenarios that never began or never ended', () => {
    const { scenarios, errors } = collect(
      ...announced('a', ['@S07-01']),
      ...announced('b', ['@S07-02']),
      ...announced('c', ['@S07-03']),
      started('a'),
      stepEnded('a', passed),
      finished('a'),
      started('b'),
    );
    expect(scenarios).toHaveLength(1);
    expect(errors).toEqual(['2 of 3 scenarios did not finish']);
  });

  it('are what broke the run off', () => {
    const collector = createCollector('dcm');
    collector.brokeOff(new Error('a BeforeAll hook errored'));
    collector.brokeOff('a text');
    expect(collector.collected().errors).toEqual(['a BeforeAll hook errored', 'a text']);
  });
});

describe('scenarioId', () => {
  it('is the one tag of that form', () => {
    expect(scenarioId(['@step-7', '@KEY-01', '@S07-02'])).toBe('S07-02');
    for (const tag of ['@S7-2', '@S07-021', '@XS07-02', '@s07-02']) expect(scenarioId([tag])).toBe('');
  });
});
