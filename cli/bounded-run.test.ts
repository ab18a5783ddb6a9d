import { describe, expect, it } from 'vitest';
import { hopeless } from '../fixtures/broken-banks/hopeless.js';
import { virtualWalks } from './cli.testing.js';

/**
 * A bank of which nothing comes is not waited for for ever, and is never a fault of the tool. `EVERY_BANK=1` walks with
 * all of them; without it those that once took minutes.
 */

const usual = ['never answers', 'hangs in every act', 'knows no transfer', 'sends both headers'] as const;
const banks = process.env.EVERY_BANK === '1' ? (Object.keys(hopeless) as (keyof typeof hopeless)[]) : usual;

describe('a run with a bank of which nothing comes', { timeout: 600_000 }, () => {
  it('is over in 90 s, and ends with 1 or 4', async () => {
    const outcomes = await virtualWalks(banks.map((bank) => ({ bank, schemes: ['dcm'] })));
    for (const { bank, seconds, result } of outcomes) {
      const errors = result.scenarios
        .filter(({ verdict }) => verdict === 'error')
        .map(({ id, note }) => `${id} ${note}`);
      expect({ bank, errors: [...result.errors, ...errors] }).toEqual({ bank, errors: [] });
      expect({ bank, exit: [1, 4].includes(result.exit_code) }).toEqual({ bank, exit: true });
      expect({ bank, seconds: Math.max(seconds, 90) }).toEqual({ bank, seconds: 90 });
    }
  });
});
