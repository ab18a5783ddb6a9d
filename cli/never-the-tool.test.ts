import { describe, expect, it } from 'vitest';
import { virtualWalks } from './cli.testing.js';

/** What the mock owes depends on the bank in places: a bank that is wrong there is no fault of the tool (exit code 3). */
describe('a scenario about the mock that the bank influences', { timeout: 120_000 }, () => {
  it('is not verified with a bank that is wrong', async () => {
    const outcomes = await virtualWalks([
      { bank: 'secret-per-method', schemes: ['dcm'], mock: true, tags: '@S16-47 or @S16-48' },
      { bank: 'one-external-id-for-all', schemes: ['dcm'], mock: true, tags: '@S16-48' },
      { bank: 'stays-with-sessions', schemes: ['bank'], mock: true, tags: '@S13-02' },
      { bank: 'reference', schemes: ['dcm', 'bank'], mock: true, tags: '@S13-02 or @S16-47 or @S16-48' },
    ]);
    const seen = outcomes.map(({ bank, result }) => [
      bank,
      ...result.scenarios.map(({ id, verdict, note }) => `${id} ${verdict} ${note}`),
    ]);
    const declined = 'DCM needs the bank for it: confirmPayment: HTTP 400 (state): failed to decrypt seed';
    const byHand = 'the request waits for its confirmation, so the bank has not sent it under JWT by Bank';
    const one = 'the bank gave two customers the same external id, so they share an entity';
    expect(seen).toEqual([
      ['secret-per-method', `S16-47 not-verified ${declined}`, `S16-48 not-verified ${declined}`],
      ['one-external-id-for-all', `S16-48 not-verified ${one}`],
      ['stays-with-sessions', `S13-02 not-verified ${byHand}`],
      ['reference', 'S16-47 passed ', 'S16-48 passed ', 'S13-02 simulated '],
    ]);
  });
});
