import { expect, it } from 'vitest';
import { configOf } from '../bank.testing.js';
import { ConfigError, loadedFrom } from './load.js';

it('a bank.yaml that lacks members is refused with what they could be, and where to read on', () => {
  const content = JSON.parse(
    JSON.stringify(configOf('http://127.0.0.1:8080', { bank: { name: undefined, key_keepers: undefined } })),
  );
  let error: unknown;
  try {
    loadedFrom(content, { file: 'bank.yaml', folder: '.', env: {} });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(ConfigError);
  const { en, uk } = (error as ConfigError).said;
  const lines = en.split('\n');
  expect(lines).toContain('  bank.name: expected string, but there is none; for example: name: Bank One');
  expect(lines[2]).toMatch(
    /^ {2}bank\.key_keepers: expected list, but there is none; for example: key_keepers: \[/,
  );
  expect(lines.at(-1)).toBe(
    '  dcm init writes a whole file to start from; docs/verify-your-bank.md explains each member',
  );
  expect(uk).toContain('bank.name: очікувано текст, але поля немає; наприклад: name: Bank One');
  expect(uk).toContain('повний файл для початку створює dcm init');
});
