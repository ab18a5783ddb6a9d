import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * A bank, however wrong, never makes the tool fail (exit code 3). So each place where a step says that the tool or the
 * mock is at fault has a reason here why no bank reaches it; what a bank reaches is a check, or `needed`.
 */

const folder = join(import.meta.dirname, 'definitions');

/** What opens such a place: the beginning of its line, by file. */
const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ask.ts': {
    "throw new Error('the round has fewer answers":
      'one exchange is recorded for each question, answered or not',
  },
  'authorization.steps.ts': {
    'throw new Error(`/${method} was not called`)':
      'one exchange is recorded for each question, answered or not',
    'throw new Error(`/${method} was called, which promises': 'the feature names the method and its members',
    "throw new Error('not every method was called')":
      'one exchange is recorded for each question, answered or not',
  },
  'customer-secrets.steps.ts': {
    "throw new Error('/user_auth was not asked":
      'one exchange is recorded for each question, answered or not',
  },
  'customers.steps.ts': {
    'promised(/^G[A-Z2-7]{55}$/': 'DCM gives the address, before it stores the entity',
  },
  'forged-tokens.steps.ts': {
    'throw new Error(`there are no forged tokens': 'the feature names the kind of the mistake',
  },
  'key-outage.steps.ts': {
    'throw new Error(`no outage of the JWKS': 'the feature names the outage',
  },
  'likeness.steps.ts': {
    'throw new Error(`nothing is known that is': 'the feature names the kind of likeness',
  },
  'onboarding.steps.ts': {
    'promised(listed': 'DCM has just said that it created both, and entities are never deleted',
  },
  'outages.steps.ts': {
    'throw new Error(`no fault of DCM is known': 'the feature names what DCM does',
  },
  'secrets.steps.ts': {
    "throw new Error('nothing was asked yet')": 'one exchange is recorded for each question, answered or not',
  },
  'sign.steps.ts': {
    'promised(sender.signers.length === wanted':
      'DCM derives the signers from the keys that were handed over',
    'promised(signers === wanted':
      'DCM posts an envelope only after it has verified the signatures of the bank',
  },
  'transfer.ts': {
    "throw new Error('the distributor entity": 'the feature names the kind of the entity',
  },
  'transfers.steps.ts': {
    'throw new Error(`the receiver of the scenario': 'the feature names the receiver and the confirmation',
    "promised(read.problem === ''": 'the envelope of a confirmed transfer is built by DCM',
    'promised(read.hash === hash': 'the hash is computed by DCM from its own envelope',
    'promised(read.paymentGuid === found.guid': 'the envelope of a confirmed transfer is built by DCM',
  },
};

/** The text from a place on, in one line. */
function placesIn(file: string): string[] {
  const text = readFileSync(join(folder, file), 'utf8').replaceAll(/\s+/g, ' ');
  return [...text.matchAll(/\bpromised\(|\bthrow new (?:Error|TypeError)\(/g)].map(({ index }) =>
    text.slice(index, index + 120).replace('( ', '('),
  );
}

const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

describe.each(files.filter((file) => placesIn(file).length > 0 || file in reasons))('%s', (file) => {
  const known = Object.keys(reasons[file] ?? {});
  const places = placesIn(file);

  it('has a reason for each place that holds the tool at fault', () => {
    expect(places.filter((place) => !known.some((beginning) => place.startsWith(beginning)))).toEqual([]);
  });

  it('has no reason for a place that is gone', () => {
    expect(known.filter((beginning) => !places.some((place) => place.startsWith(beginning)))).toEqual([]);
  });
});

it('looks at the whole folder', () => {
  expect(Object.keys(reasons).filter((file) => !files.includes(file))).toEqual([]);
});
