import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SaidError } from '../../contract/texts/said.js';
import { ConfigError } from './load.js';
import { configProblem } from './problems.js';

const source = (path: string) => readFile(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

/** Texts of a source that begin as a problem does and are more than a word. */
const problemsIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /(['`])((?:expected|required|cert|contains|has|is|the file|cannot|\$\{rule\}) [^'`\n]*?)\1/g,
    ),
  ].map(([, , problem = '']) => problem.replaceAll(/\$\{[^}]*\}/g, '7'));

describe('a problem of bank.yaml in Ukrainian', () => {
  const schema = '../../contract/bank-config';
  it.each([
    [`${schema}/bank.ts`, 1],
    [`${schema}/contradictions.ts`, 10],
    [`${schema}/values.ts`, 1],
    ['./files.ts', 5],
    ['./load.ts', 1],
  ])('is there for all of %s', async (path, least) => {
    const problems = problemsIn(await source(path));
    expect(problems.length).toBeGreaterThanOrEqual(least);
    const untold = problems.filter((problem) => {
      const line = /^(?:contains|has|is) /.test(problem)
        ? `bank.jwks: a.json ${problem}`
        : `bank.jwks: ${problem}`;
      return !/[а-яіїєґ]/i.test(configProblem(line));
    });
    expect(untold).toEqual([]);
  });

  it('names the member and what is allowed, and keeps the English message', () => {
    const problems = [
      'bank.alias: expected string, received number',
      'bank.alais: unknown member; did you mean alias?',
    ];
    const error = new ConfigError('bank.yaml', problems);
    expect(error.message).toBe(`bank.yaml:\n  ${problems.join('\n  ')}`);
    expect(error).toBeInstanceOf(SaidError);
    expect(error.said.uk).toBe(
      'bank.yaml:\n  bank.alias: очікувано текст, отримано число\n  bank.alais: невідоме поле; можливо, alias?',
    );
  });
});
