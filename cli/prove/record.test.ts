import { describe, expect, it } from 'vitest';
import type { Case } from './proof.js';
import { asRecorded, differences, type ProofRecord, recordOf } from './record.js';
import { sampleOf, scenariosFor } from './sample.js';

const known: ProofRecord = {
  spoke: {
    'S01-01': ['AUTH-01 answers', 'AUTH-04 in time'],
    'S01-02': ['AUTH-01 answers'],
    'S16-01': ['TRANSFER-01 came', 'TRANSFER-02 carries'],
    'S16-02': ['TRANSFER-01 came'],
    'S16-49': ['REQUEST-01 nothing noticed in the whole run'],
  },
  catches: {
    late: { 'S01-01': ['AUTH-04 in time'] },
    twice: { 'S16-01': ['TRANSFER-01 came'], 'S16-02': ['TRANSFER-01 came'] },
  },
  sampled: [],
  throughout: [],
};

const caseOf = (name: string, catches: Case['catches'], kind: Case['kind'] = 'defect'): Case => ({
  kind,
  name,
  says: '',
  verdict: 'not-conformant',
  catches,
  spoke: [],
  causes: [],
  problems: [],
  ms: 1,
});

const inTime = { scenario: 'S01-01', rule: 'AUTH-04', check: 'in time' };

describe('a sample', () => {
  it('has every check, in few scenarios', () => {
    expect(sampleOf(known)).toEqual(['S01-01', 'S16-01', 'S16-49']);
  });
});

describe('the scenarios of a defect', () => {
  it('are the one that catches it, one for each check that fails, one for each neighbouring rule', () => {
    expect(scenariosFor(known, { name: 'late', about: 'AUTH-04', caughtBy: 'S01-01' })).toEqual(['S01-01']);
    expect(scenariosFor(known, { name: 'twice', about: 'TRANSFER-01', caughtBy: 'S16-02' })).toEqual([
      'S16-01',
      'S16-02',
    ]);
  });

  it('are the whole sample where one looks back at all that was sent', () => {
    expect(scenariosFor(known, { name: 'new', about: 'REQUEST-01', caughtBy: 'S16-49' })).toEqual(
      sampleOf(known),
    );
  });

  it('are the whole sample, too, where the record says so', () => {
    const sampled = { ...known, sampled: ['late'] };
    expect(scenariosFor(sampled, { name: 'late', about: 'AUTH-04', caughtBy: 'S01-01' })).toEqual(
      sampleOf(known),
    );
  });
});

describe('what differs from the record', () => {
  it('is nothing when the same checks fail', () => {
    expect(differences(known, caseOf('late', [inTime]), ['S01-01', 'S01-02'])).toEqual([]);
  });

  it('is a check that fails no more, and one that fails unexpectedly', () => {
    const other = { scenario: 'S01-02', rule: 'AUTH-01', check: 'answers' };
    expect(differences(known, caseOf('late', [other]), ['S01-01', 'S01-02'])).toEqual([
      'S01-01: AUTH-04 in time does not fail, unlike the record',
      'S01-02: AUTH-01 answers fails, unlike the record',
    ]);
  });

  it('is no matter of scenarios that were not walked through', () => {
    expect(
      differences(known, caseOf('twice', [{ scenario: 'S16-02', rule: 'TRANSFER-01', check: 'came' }]), [
        'S16-02',
      ]),
    ).toEqual([]);
  });
});

it('a record gives back the cases that it was made of', () => {
  const cases = [caseOf('late', [inTime])];
  expect(asRecorded(recordOf(cases), [caseOf('late', [])])).toEqual(cases);
});
