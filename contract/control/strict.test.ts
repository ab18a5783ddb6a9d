import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { inOurWords } from '../in-our-words.js';
import type { Operation } from '../operation.js';
import { controlOperations, controlPages } from './index.js';

/** The control API leaves no member out without a word. */

const operations: Operation[] = Object.values({ ...controlOperations, ...controlPages });

const said = (schema: z.ZodType | undefined, given: unknown) =>
  schema?.safeParse(given, inOurWords).error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('an undeclared member', () => {
  it.each(operations.map((one) => [one.id, one] as const))('is refused by %s', (_, { body, query }) => {
    for (const schema of [body, query]) {
      if (schema === undefined) continue;
      const [name = 'none'] = Object.keys(schema.shape);
      const messages = said(schema, { [`${name}_`]: 1 }) ?? [];
      const told = messages.map(([, message]) => message).join();
      expect(told).toContain(`unknown member ${name}_; `);
      if (name !== 'none') expect(told).toContain(`did you mean ${name}?`);
    }
    expect(query).toBeDefined();
  });

  it('is refused at any depth, and named with the nearest one', () => {
    const { createSandbox, awaitJournal, reportRun } = controlOperations;
    expect(said(createSandbox.body, { ttl: 60 })).toEqual([['', 'unknown member ttl; did you mean ttl_s?']]);
    expect(said(awaitJournal.body, { match: { operaton: 'x' } })).toEqual([
      ['match', 'unknown member operaton; did you mean operation?'],
    ]);
    expect(said(createSandbox.body, { profile: { declined: 403 } })).toEqual([
      ['profile', 'unknown member declined; did you mean declined_status?'],
    ]);
    const begun = { id: 'S01-01', scheme: null, name: 'n', step: 1, first_seq: 1, more: 1 };
    expect(reportRun.body.safeParse({ planned: 1, happened: [{ begun }] }).success).toBe(false);
    // A body that is a body of somebody else is theirs.
    expect(said(awaitJournal.body, { match: { body: { whatever: 1 } } })).toBeUndefined();
  });
});
