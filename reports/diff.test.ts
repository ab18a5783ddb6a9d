import { expect, it } from 'vitest';
import { diffResults } from './diff.js';
import {
  aFailure,
  aResult,
  aScenario,
  changed,
  conformant,
  notConformant,
  wholePlan,
} from './result.testing.js';

it('finds no difference between a result and itself', () => {
  expect(diffResults(notConformant(), notConformant())).toEqual([]);
});

it('ignores durations and the start, and nothing else at the top', () => {
  const a = conformant();
  const scenarios = a.scenarios.map((scenario) => ({ ...scenario, ms: scenario.ms + 5 }));
  expect(diffResults(a, { ...a, ms: 1, started_at: '2027-01-01T00:00:00Z', scenarios })).toEqual([]);
  const b = { ...a, seed: 'other', versions: { ...a.versions, node: '22.0.0' }, switched_off: ['branches'] };
  expect(diffResults(a, b)).toEqual([
    { path: 'seed', a: '"20231"', b: '"other"' },
    { path: 'switched_off[0]', a: '(none)', b: '"branches"' },
    { path: 'versions.node', a: '"20.20.0"', b: '"22.0.0"' },
  ]);
});

it('finds a changed verdict by the id of its scenario', () => {
  const b = changed(wholePlan(), { 'S07-01': { verdict: 'warned' } });
  const found = diffResults(conformant(), { ...conformant(), scenarios: b });
  expect(found).toEqual([{ path: 'scenarios[S07-01].verdict', a: '"passed"', b: '"warned"' }]);
});

it('is not shifted by one more scenario, and keeps schemes apart', () => {
  const both = [aScenario('S16-01', { scheme: 'dcm' }), aScenario('S16-01', { scheme: 'bank' })];
  const [dcm, bank] = both as [(typeof both)[0], (typeof both)[0]];
  const a = { ...aResult('partial', both), rules: [], plan: [] };
  const one = { ...a, scenarios: [{ ...bank, verdict: 'failed' as const }] };
  expect(diffResults(a, one).map(({ path }) => path)).toEqual([
    'scenarios[S16-01 dcm]',
    'scenarios[S16-01 bank].verdict',
  ]);
  expect(diffResults(a, { ...a, scenarios: [bank, dcm] })).toEqual([]);
});

it('finds the second of two alike', () => {
  const two = [aScenario('S01-01'), aScenario('S01-01')];
  const a = { ...aResult('partial', two), rules: [], plan: [] };
  expect(diffResults(a, { ...a, scenarios: two.slice(1) }).map(({ path }) => path)).toEqual([
    'scenarios[S01-01 #2]',
  ]);
});

const withFailure = (changes: Parameters<typeof aFailure>[1]) =>
  aResult('not-conformant', [
    aScenario('S01-01', { verdict: 'failed', rules: ['AUTH-04'], failures: [aFailure('AUTH-04', changes)] }),
  ]);

const jwt = (signature: string) => `eyJhbGciOiJSUzI1NiJ9.eyJvYmoiOiJhIn0.${signature}`;
const opaque = (letter: string) => [letter, letter, letter].map((part) => part.repeat(24)).join('.');

it.each([
  ['the port of a loopback address', 'curl http://127.0.0.1:4010/a', 'curl http://127.0.0.1:5020/a'],
  ['the port of localhost', 'curl http://localhost:4010/a', 'curl http://localhost:5020/a'],
  ['a JWT', `X-Session-ID: ${jwt('abc')}`, `X-Session-ID: ${jwt('def')}`],
  ['a JWT without a signature', `X-Session-ID: ${jwt('')}`, `X-Session-ID: ${jwt('x')}`],
  ['three long base64url parts', opaque('a'), opaque('b')],
  ['a time', 'at 2026-01-01T00:00:00.123Z', 'at 2026-02-02T11:11:11Z'],
  ['a date header', 'date: Tue, 05 May 2026 10:00:00 GMT', 'date: Wed, 06 May 2026 11:00:00 GMT'],
  ['a duration', 'answered after 1240 ms', 'answered after 1.3 s'],
])('takes %s for the same', (_, a, b) => {
  expect(diffResults(withFailure({ exchange: a }), withFailure({ exchange: b }))).toEqual([]);
});

it.each([
  ['a path', 'curl http://127.0.0.1:4010/a', 'curl http://127.0.0.1:4010/b'],
  ['another host', 'https://auth.bank1.example:443/', 'https://auth.bank1.example:444/'],
  ['a status', 'HTTP/1.1 200 OK', 'HTTP/1.1 401 Unauthorized'],
  ['a host name of three parts', 'docs.prozora.network', 'docs.prozora.example'],
])('does not overlook %s', (_, a, b) => {
  expect(diffResults(withFailure({ exchange: a }), withFailure({ exchange: b }))).toHaveLength(1);
});

it('compares what was demanded to the letter', () => {
  const found = diffResults(withFailure({ expected: 'within 1 s' }), withFailure({ expected: 'within 2 s' }));
  expect(found).toEqual([
    { path: 'scenarios[S01-01].failures[AUTH-04].expected', a: '"within 1 s"', b: '"within 2 s"' },
  ]);
});
