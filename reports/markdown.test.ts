import { expect, it } from 'vitest';
import { markdownSummary } from './markdown.js';
import * as trees from './result.testing.js';

it('of a conformant tree is a heading and the summary', () => {
  expect(markdownSummary(trees.conformant())).toBe(
    '## ✓ DCM conformance of bank1: conformant\n\n' +
      'conformant: 16 of 16 steps, 51 scenarios passed, 0 failed, 6 simulated (exit 0); seed 20231\n',
  );
});

it('tells failures with expected, actual and fix, and the steps that do not hold', () => {
  const text = markdownSummary(trees.notConformant());
  expect(text).toContain('- **AUTH-05** must: a token about an object');
  expect(text).toContain('(3 scenarios, first: S01-05)');
  expect(text).toContain('  - expected: `401`; actual: `200 {"external_id":"nobody","key":"[redacted]"}`');
  expect(text).toMatch(/ {2}- fix: Return 401 when no user has the login \(\/user_auth\)/);
  expect(text).toContain("| 7 | Bank officer | register the key keepers' secrets | ✗ failed | 2 |");
  expect(text).not.toContain('| 6 |');
  expect(text).toContain('- **AUTH-12** warned: a refusal does not contain the member key');
  expect(text).toContain('- **JWT-06** should, 2 times: `exp is 3600 s after iat`');
});

it('tells what was not verified and what broke', () => {
  expect(markdownSummary(trees.notVerified())).toMatch(
    /- S11-01, not verified: .*; `the driver does not support the act login`/,
  );
  expect(markdownSummary(trees.broken())).toContain(
    '- `BeforeAll hook: connect ECONNREFUSED 127.0.0.1:4010`',
  );
});

it('stays short', () => {
  const text = markdownSummary(trees.many(300));
  expect(text.split('\n').length).toBeLessThan(80);
  expect(text).toMatch(/- and \d+ more, see report\.html/);
});

it('lets no text become markup', () => {
  const text = markdownSummary(trees.hostile());
  const outsideCode = text.replace(/(`+)[^`][\s\S]*?\1/g, '');
  expect(outsideCode).not.toMatch(/(?<!\\)<(script|img)/);
  expect(outsideCode).toContain('\\<script\\>');
});

it('fences backticks', () => {
  const failure = trees.aFailure('AUTH-01', { actual: 'a `` b', expected: '' });
  const tree = trees.aResult('not-conformant', [
    trees.aScenario('S01-01', { verdict: 'failed', failures: [failure] }),
  ]);
  expect(markdownSummary(tree)).toContain('expected: (nothing); actual: ``` a `` b ```');
});
