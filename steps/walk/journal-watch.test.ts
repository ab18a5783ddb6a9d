import { expect, it } from 'vitest';
import { harnessAgent, harnessProduct } from '../../contract/agent.js';
import type { JournalEntry } from '../../contract/control/journal.js';
import { sentByBank } from './journal-watch.js';

const entry = (headers: Readonly<Record<string, string>>) => ({ request: { headers } }) as JournalEntry;

it('what this harness sends is not the bank’s, and what only calls itself a harness is', () => {
  const agent = harnessAgent('secret');
  const banks = [{}, { 'user-agent': harnessProduct }, { 'user-agent': harnessAgent('1') }].map(entry);
  expect(sentByBank({ dcm: { agent } }, [entry({ 'user-agent': agent }), ...banks])).toEqual(banks);
});
