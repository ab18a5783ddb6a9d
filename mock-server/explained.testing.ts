import { expect } from 'vitest';
import { type Cause, causes, explanationOf } from '../contract/explanations/index.js';
import type { Journal } from './journal/journal.js';

interface Refused {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/**
 * The cause of the newest refusal, after looking whether it is explained: in the journal, in both languages, with
 * every fact filled in, and in short in the response.
 */
export function explainedCause(
  { journal }: { readonly journal: Journal },
  { headers, text }: Refused,
): Cause {
  const [entry] = journal.search({ direction: 'in', after: newestBefore(journal) }, 1);
  const { why } = entry ?? {};
  expect(why, `${entry?.operation} ${entry?.status} ${text}`).toBeDefined();
  if (!why) throw new Error('unreachable');
  const { says, where, right } = explanationOf(why.id as Cause);
  const named = `${says.en} ${where} ${right.en}`.matchAll(/\{(\w+)\}/g);
  for (const [, name = ''] of named) {
    const fact = expect.stringMatching(/^(?!undefined$|null$|$)/);
    expect([why.id, name, why.facts[name]]).toEqual([why.id, name, fact]);
  }
  expect([why.id, why.says.uk, why.right.uk]).toEqual([why.id, cyrillic, cyrillic]);
  expect(headers['dcm-hint']).toMatch(new RegExp(`^${why.id}: [\\x20-\\x7e]{1,200}$`));
  expect(Object.keys(causes)).toContain(why.id);
  return why.id as Cause;
}

const cyrillic = expect.stringMatching(/[а-яіїєґ]/i);

/** The number before that of the newest request of a client. */
function newestBefore(journal: Journal): number {
  const [newest] = journal.page({
    filter: { direction: 'in' },
    before: journal.last + 1,
    limit: 1,
  }).shown;
  return (newest?.seq ?? 0) - 1;
}
