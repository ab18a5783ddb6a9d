import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { bankConfig } from './contract/bank-config/index.js';
import { actInputs } from './contract/driver.js';
import { operations } from './contract/operations/index.js';

/** docs/build-your-bank.md names nothing that the contract does not have. */

const guide = () => readFile('docs/build-your-bank.md', 'utf8');

const blocksOf = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, block = '']) => block);

it('calls operations of DCM only', async () => {
  const called = [...(await guide()).matchAll(/^(GET|POST) (\/(?:api\/v1|kratos)\/[^ ?\n]+)/gm)];
  const known = Object.values(operations).map(({ method, path }) => `${method} ${path}`);
  expect(called.length).toBeGreaterThan(5);
  for (const [, method, path = ''] of called)
    expect(known).toContain(`${method} ${path.replace('<guid>', '{counterparty_guid}')}`);
});

it('names every act that a step needs, and none that does not exist', async () => {
  const text = await guide();
  const named = [...text.matchAll(/^See it green: acts? (.*?)--steps/gms)].flatMap(([, list = '']) =>
    [...list.matchAll(/`([a-z-]+)`/g)].map(([, act]) => act),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(Object.keys(actInputs)).toEqual(expect.arrayContaining(named));
});

it('its bank.yaml is valid as it stands, and with what is added later', async () => {
  const [first = '', later = ''] = blocksOf(await guide(), 'yaml');
  const start = parse(first);
  expect(bankConfig.parse(start).driver).toEqual({ kind: 'none' });
  const added = parse(later.replaceAll(/"\$\{\w+\}"/g, '"Secret-1-of-the-test"'));
  const both = { ...start, ...added, bank: { ...start.bank, ...added.bank } };
  expect(bankConfig.parse(both).driver.kind).toBe('http');
});
