import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Envelope, Pickle } from '@cucumber/messages';
import { expect, it } from 'vitest';
import { program } from '../program.testing.js';
import { folder } from './cli.testing.js';
import type { Walked } from './mutants.testing.js';

/**
 * Every sentence of the features that tells an outcome binds: another kind, status, member or number in it is found.
 * One claim of each scenario is changed in each round.
 */

/** A place in a sentence that may say something else. */
interface Claim {
  readonly step: number;
  readonly start: number;
  readonly value: string;
  readonly other: string;
}

const run = promisify(execFile);

const next = (all: readonly string[], text: string): string => {
  const found = all[(all.indexOf(text) + 1) % all.length];
  if (found === undefined || found === text) throw new Error(`nothing else can be said in place of ${text}`);
  return found;
};

const statuses = ['200', '400', '401', '404', '403'];

/** What else a sentence could say, by the kind of what it says. */
function otherThan(value: string, type: string, source: string): string {
  if (type === 'int' || type === 'float') return String(Number(value) * 100);
  if (type === 'kind') return next(['identification', 'processing', 'customer'], value);
  if (statuses.includes(value)) return next(statuses, value);
  if (/^[^()\\]+$/.test(source) && source.includes('|')) return next(source.split('|'), value);
  if (value.startsWith('setCustomer'))
    return next(['setCustomerAmountLimit', 'setCustomerPaymentLimit'], value);
  if (source === '.*') return `${value} or so`;
  throw new Error(`what else could be said in place of ${value} (${type || source})?`);
}

/** The sources of the outermost groups that a regular expression captures. */
function groupsOf(source: string): string[] {
  const groups: string[] = [];
  let depth = 0;
  let begun = 0;
  for (const [at, sign] of [...source].entries()) {
    if (source[at - 1] === '\\') continue;
    if (sign === '(' && depth++ === 0) begun = at;
    if (sign === ')' && --depth === 0) groups.push(source.slice(begun + 1, at));
  }
  return groups;
}

const changed = (text: string, { start, value, other }: Claim): string =>
  `${text.slice(0, start)}${other}${text.slice(start + value.length)}`;

/** All that outcomes of a scenario claim. */
function claimsIn(pickle: Pickle, envelopes: readonly Envelope[]): Claim[] {
  const definitions = new Map(
    envelopes.flatMap(({ stepDefinition }) => (stepDefinition ? [[stepDefinition.id, stepDefinition]] : [])),
  );
  const testCase = envelopes.find((envelope) => envelope.testCase?.pickleId === pickle.id)?.testCase;
  return pickle.steps.flatMap((step, index) => {
    const matched = testCase?.testSteps.find((testStep) => testStep.pickleStepId === step.id);
    const pattern = definitions.get(matched?.stepDefinitionIds?.[0] ?? '')?.pattern;
    const groups = pattern?.type === 'REGULAR_EXPRESSION' ? groupsOf(pattern.source) : [];
    const given = matched?.stepMatchArgumentsLists?.[0]?.stepMatchArguments ?? [];
    return given.flatMap(({ group, parameterTypeName = '' }, at) => {
      const { start, value } = group;
      if (start === undefined || value === undefined) return [];
      // That a sentence names a rule of its scenario is known without a walk.
      if (step.type !== 'Outcome' || /^[A-Z]+-\d\d$/.test(value)) return [];
      const claim = {
        step: index,
        start,
        value,
        other: otherThan(value, parameterTypeName, groups[at] ?? ''),
      };
      // What the scenario says in another sentence as well is no mistake.
      const saidElsewhere = pickle.steps.some(({ text }) => text === changed(step.text, claim));
      return saidElsewhere ? [] : [claim];
    });
  });
}

/** A row of an outline has its id in front of its name. */
const idOf = ({ name, tags }: Pickle): string | undefined =>
  [name, ...tags.map((tag) => tag.name.slice(1))]
    .map((text) => /^S\d\d-\d\d(?= |$)/.exec(text)?.[0])
    .find(Boolean);

const keywords: Readonly<Record<string, string>> = { Context: 'Given', Action: 'When', Outcome: 'Then' };

/** The scenario as a feature of its own, with a claim changed. */
function written(pickle: Pickle, claim: Claim): string {
  const steps = pickle.steps.map(({ text, type = '' }, index) => {
    const said = claim.step === index ? changed(text, claim) : text;
    return `    ${keywords[type]} ${said}`;
  });
  const tags = pickle.tags.map(({ name }) => name).join(' ');
  return [`  ${tags}`, `  Scenario: ${pickle.name}`, ...steps, ''].join('\n');
}

it('every claim of an outcome binds: a feature that says something else is not passed', {
  timeout: 300_000,
}, async () => {
  const { stdout } = await run(process.execPath, [program('steps/dry-run.testing.ts')], {
    maxBuffer: 64 * 2 ** 20,
  });
  const envelopes = JSON.parse(stdout) as Envelope[];
  const scenarios = envelopes
    .flatMap(({ pickle }) => pickle ?? [])
    .map((pickle) => ({ pickle, claims: claimsIn(pickle, envelopes) }));
  const rounds = Math.max(...scenarios.map(({ claims }) => claims.length));
  const home = await folder();
  const folders: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const path = join(home, `round-${round}`);
    folders.push(path);
    await mkdir(path);
    const mutants = scenarios.flatMap(({ pickle, claims }) => {
      const claim = claims[round];
      return claim ? written(pickle, claim) : [];
    });
    await writeFile(join(path, 'all.feature'), `Feature: Mutants\n\n${mutants.join('\n')}`);
  }
  const file = join(home, 'outcome.json');
  await run(process.execPath, [program('cli/mutants.testing.ts'), JSON.stringify(folders), file], {
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  });
  const outcomes = JSON.parse(await readFile(file, 'utf8')) as Walked[][];
  expect(scenarios.flatMap(({ claims }) => claims).length).toBeGreaterThan(50);
  const alive = outcomes.flatMap((walked, round) =>
    scenarios.flatMap(({ pickle, claims }) => {
      const claim = claims[round];
      const id = idOf(pickle);
      const lives = walked.filter((walked) => walked.id === id && walked.verdict === 'passed');
      return claim && lives.length > 0 ? [`${id}: ${pickle.steps[claim.step]?.text}: ${claim.other}`] : [];
    }),
  );
  expect(alive).toEqual([]);
});
