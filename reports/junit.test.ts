import { describe, expect, it } from 'vitest';
import { junitXml } from './junit.js';
import { elements } from './markup.testing.js';
import * as trees from './result.testing.js';

type Tree = Parameters<typeof junitXml>[0];

const read = (tree: Tree) => elements(junitXml(tree));
const of = (tree: Tree, tag: string) => read(tree).filter((element) => element.tag === tag);
const numbers = (attributes: ReadonlyMap<string, string>) =>
  ['tests', 'failures', 'errors', 'skipped'].map((name) => Number(attributes.get(name)));

const examples: readonly (readonly [string, Tree])[] = Object.entries({
  conformant: trees.conformant(),
  notConformant: trees.notConformant(),
  notVerified: trees.notVerified(),
  broken: trees.broken(),
  narrowed: trees.narrowed(),
  hostile: trees.hostile(),
  many: trees.many(300),
});

it('names the cause of what could not be verified', () => {
  const cause = { rule: 'AUTH-02', text: '/key answered late', scenario: 'S01-02', situation: '' };
  const more = { verdict: 'not-verified', note: 'grant: HTTP 400', caused_by: cause } as const;
  const errors = of(trees.aResult('not-verified', [trees.aScenario('S16-01', more)]), 'error');
  const message = 'caused by AUTH-02, seen in S01-02: /key answered late';
  const error = errors.find(({ attributes }) => attributes.get('message') === message);
  expect(error?.text).toContain('grant: HTTP 400');
});

it('says that a run was resumed, in a case that has passed', () => {
  const [told] = of(trees.narrowed(), 'system-out').filter(({ text }) => text.includes('carried over'));
  expect(told?.text).toContain('started 2026-05-04T09:30:00.000Z, 41 scenarios carried over');
  expect(of(trees.conformant(), 'testcase').map(({ attributes }) => attributes.get('name'))).not.toContain(
    'resumed',
  );
});

describe.each(examples)('junitXml of %s', (_, tree) => {
  it('counts right', () => {
    const all = read(tree);
    const count = (tag: string) => all.filter((element) => element.tag === tag).length;
    const [total] = of(tree, 'testsuites');
    const expected = [count('testcase'), count('failure'), count('error'), count('skipped')];
    expect(numbers(total?.attributes ?? new Map()).slice(0, 3)).toEqual(expected.slice(0, 3));
    const suites = of(tree, 'testsuite').map((suite) => numbers(suite.attributes));
    const sums = suites.reduce(
      (sum, suite) => sum.map((value, index) => value + (suite[index] ?? 0)),
      [0, 0, 0, 0],
    );
    expect(sums).toEqual(expected);
  });

  it('is green only when the exit code is 0', () => {
    const red = of(tree, 'failure').length + of(tree, 'error').length;
    expect(red === 0).toBe(tree.exit_code === 0);
  });

  it('has a case for every scenario', () => {
    const names = of(tree, 'testcase').map((element) => element.attributes.get('name') ?? '');
    for (const scenario of tree.scenarios)
      expect(
        names.some((name) => name.startsWith(`${scenario.id} `)),
        scenario.id,
      ).toBe(true);
  });
});

it('counts no act of DCM as a success of the bank', () => {
  const tree = trees.conformant();
  const simulated = tree.scenarios.filter(({ verdict }) => verdict === 'simulated');
  expect(simulated.length).toBeGreaterThan(2);
  const texts = of(tree, 'skipped').map(({ text }) => text);
  expect(texts.filter((text) => text === 'simulated: an act of DCM, performed by the mock')).toHaveLength(
    simulated.length,
  );
});

it('names steps, cases and times', () => {
  const xml = junitXml(trees.conformant());
  expect(of(trees.conformant(), 'testsuite')).toHaveLength(16);
  expect(xml).toContain('<testsuites name="dcm: bank1" tests="57" failures="0" errors="0" time="18.400">');
  expect(xml).toMatch(/<testsuite name="step 7: register the key keepers' secrets" tests="2"/);
  expect(xml).toMatch(/<testcase classname="step-07" name="S07-01 GET [^"]*" time="0\.012"\/>/);
});

it('gives a failure message, type, expected, actual, fix and the exchange', () => {
  const tree = trees.notConformant();
  const failed = tree.scenarios.filter((scenario) => scenario.verdict === 'failed');
  const failures = of(tree, 'failure');
  expect(failures).toHaveLength(failed.length);
  failed.forEach((scenario, index) => {
    const { attributes, text = '' } = failures[index] ?? { attributes: new Map<string, string>() };
    const [first] = scenario.failures;
    expect(attributes.get('type')).toBe(first?.rule);
    expect(attributes.get('message')).toContain(first?.says);
    for (const { rule, expected, actual, fix, exchange } of scenario.failures)
      for (const part of [rule, expected, actual, fix, exchange]) expect(text).toContain(part);
  });
  expect(failures.at(-1)?.attributes.get('message')).toMatch(/\(and 1 more\)$/);
});

it('tells of a warning without failing', () => {
  expect(of(trees.notConformant(), 'system-out').map((element) => element.text)).toEqual([
    expect.stringMatching(/^warned[\s\S]*AUTH-12/),
  ]);
});

it('makes an error of what was not verified, and of errors outside the scenarios', () => {
  expect(of(trees.notVerified(), 'error').map(({ attributes }) => [...attributes.values()])).toEqual([
    ['the driver does not support the act login', 'not-verified'],
  ]);
  expect(of(trees.broken(), 'error').map(({ attributes }) => attributes.get('message'))).toEqual([
    'TypeError: no such customer',
    'BeforeAll hook: connect ECONNREFUSED 127.0.0.1:4010',
  ]);
});

it('skips what was not run or does not apply', () => {
  const tree = trees.aResult('partial', [
    trees.aScenario('S01-01'),
    trees.aScenario('S01-02', { verdict: 'not-run' }),
    trees.aScenario('S16-01', { verdict: 'not-applicable', note: 'multisignature is off' }),
  ]);
  expect(of(tree, 'skipped').map(({ attributes }) => attributes.get('message'))).toEqual([
    'not-run',
    'not-applicable: multisignature is off',
  ]);
});

it('is red for a step that nobody verified, a rule that failed at the end, and a verdict without a reason', () => {
  const tree = trees.conformant();
  const plan = tree.plan.map((step) =>
    step.step === 8 ? { ...step, verdict: 'not-verified' as const } : step,
  );
  expect(of({ ...tree, plan }, 'error').map(({ attributes }) => attributes.get('type'))).toEqual([
    'not-verified',
  ]);
  const rules = tree.rules.map((rule) =>
    rule.id === 'TRANSFER-01' ? { ...rule, verdict: 'failed' as const } : rule,
  );
  expect(of({ ...tree, rules }, 'failure').map(({ attributes }) => attributes.get('type'))).toEqual([
    'TRANSFER-01',
  ]);
  const bare = { ...tree, verdict: 'not-conformant' as const, exit_code: 1 };
  expect(of(bare, 'failure').map(({ attributes }) => attributes.get('message'))).toEqual([
    expect.stringMatching(/^not-conformant: /),
  ]);
});

it('keeps scenarios apart that are walked once per scheme, and those of no step', () => {
  const tree = trees.aResult('partial', [
    trees.aScenario('S16-01', { scheme: 'dcm' }),
    trees.aScenario('S16-01', { scheme: 'bank' }),
    trees.aScenario('S99-01'),
  ]);
  expect(of(tree, 'testcase').map(({ attributes }) => attributes.get('name'))).toEqual(
    expect.arrayContaining([
      'S16-01 scenario S16-01 (scheme dcm)',
      'S16-01 scenario S16-01 (scheme bank)',
      'S99-01 scenario S99-01',
    ]),
  );
});

it('is well formed whatever the texts hold', () => {
  const xml = junitXml(trees.hostile());
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is tested
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/);
  expect(xml).not.toContain(']]>');
  expect(xml).not.toContain('<script');
  const [failure] = of(trees.hostile(), 'failure');
  expect(failure?.text).toContain(`<script>alert("x")</script> ]]> & 'quoted' \\x00\\x1b[31m`);
});
