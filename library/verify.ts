import type { Result } from '../contract/result.js';
import { said, UsageError } from '../contract/texts/said.js';
import { type Names, requireNames } from './options.js';
import type { BankToVerify, VerifyOptions } from './verify-options.js';

let running = false;

const busy = said(
  'a verification is already running in this process: wait for its result first',
  'у цьому процесі вже триває перевірка: спершу дочекайтеся її результату',
);

const verifyOptions: Names<VerifyOptions> = {
  steps: true,
  tags: true,
  quick: true,
  whole: true,
  seed: true,
  timeLimitS: true,
  language: true,
  onScenario: true,
  say: true,
};

/**
 * Walks the integration plan against a bank and returns the result tree, which is also `result.json` of `dcm verify`.
 * It prints nothing, writes no file and sets no exit code. One at a time in a process.
 *
 * @throws {UsageError} for a configuration, selection or option that cannot be used, or a bank that is not reachable
 * @example
 * import { verify } from 'dcm-conformance';
 *
 * const result = await verify({ reference: true }, { steps: '7' });
 * console.log(result.verdict, result.counts.passed); // partial 5
 */
export async function verify(bank: BankToVerify, options: VerifyOptions = {}): Promise<Result> {
  requireNames('verify', options, verifyOptions);
  if (running) throw new UsageError(busy);
  running = true;
  try {
    const { walkPlan } = await import('./walk-plan.js');
    return await walkPlan(bank, options);
  } finally {
    running = false;
  }
}
