import { expect, it } from 'vitest';
import { aResult, conformant, narrowed, notConformant, wholePlan } from './result.testing.js';
import { sha256, statementDifferences, statementOf } from './statement.js';

const suite = { features: 'f', contract: 'c' };
const files = { 'result.json': '{}' };

it('says who, what, when, how it ended, and digests of everything', () => {
  const result = notConformant();
  const statement = statementOf(result, files, suite);
  expect(statement).toMatchObject({
    target: 'bank1',
    verdict: 'not-conformant',
    exit_code: 1,
    started_at: result.started_at,
    seed: result.seed,
    versions: result.versions,
    digests: suite,
    files: { 'result.json': sha256('{}') },
  });
  expect(statement.counts).toMatchObject({ failed: 3, warned: 1 });
  expect(statement.rules_by_provenance).toMatchObject({ D: { failed: 2 }, A: { warned: 1 } });
  expect(statement.proves).toContain('integrity, not independence');
});

it('shows whatever narrows the verdict', () => {
  const { waivers, switched_off, profile_changes, selection, scope } = narrowed();
  expect(statementOf(narrowed(), files, suite)).toMatchObject({
    waivers,
    switched_off,
    profile_changes,
    selection,
    scope,
  });
});

it('differs from another in every member that was changed, by name', () => {
  const before = JSON.parse(JSON.stringify(statementOf(conformant(), files, suite)));
  expect(statementDifferences(before, statementOf(conformant(), files, suite))).toEqual([]);
  const changes = [
    ['seed', conformant({ seed: 'other' })],
    ['target', conformant({ target: 'other' })],
    ['verdict', aResult('partial', wholePlan())],
    ['switched_off', conformant({ switched_off: ['callbacks'] })],
    ['profile_changes', conformant({ profile_changes: ['posting: "async"'] })],
  ] as const;
  for (const [name, changed] of changes) {
    const [first] = statementDifferences(before, statementOf(changed, files, suite));
    expect(first?.path).toMatch(new RegExp(`^${name}`));
  }
  const others = statementDifferences(before, statementOf(conformant(), { 'result.json': '[]' }, suite));
  expect(others).toEqual([
    { path: 'files.result.json', signed: `"${sha256('{}')}"`, now: `"${sha256('[]')}"` },
  ]);
  expect(statementDifferences({}, statementOf(conformant(), files, suite)).length).toBeGreaterThan(10);
});
