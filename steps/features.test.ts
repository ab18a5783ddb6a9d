import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Envelope, Feature, Tag } from '@cucumber/messages';
import { beforeAll, describe, expect, it } from 'vitest';
import { plan } from '../contract/plan.js';
import { findRule } from '../contract/rules/index.js';
import { program } from '../program.testing.js';

const script = program('steps/dry-run.testing.ts');

/** A scenario, or one `Examples` block of an outline, with all tags that are in force for it. */
interface Written {
  readonly name: string;
  readonly tags: readonly string[];
  /** Ids of its rows: those of the column `id`, or that of its tag. */
  readonly ids: readonly string[];
}

let envelopes: readonly Envelope[] = [];
let features: readonly Feature[] = [];

beforeAll(async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    maxBuffer: 64 * 2 ** 20,
  });
  envelopes = JSON.parse(stdout) as Envelope[];
  features = envelopes.flatMap(({ gherkinDocument }) => gherkinDocument?.feature ?? []);
}, 60_000);

/** Whether a regular expression says several things, or anything, outside of what it captures. */
function throwsAway(source: string): boolean {
  let depth = 0;
  let captured = 0;
  for (const sign of source.replaceAll(/\\[^wdsWDS]/g, '').replaceAll('(?:', '<')) {
    if (sign === '(' || sign === '<') depth += 1;
    if (sign === '(' && captured === 0) captured = depth;
    if (captured === 0 && /[<|?*+[\\.]/.test(sign)) return true;
    if (sign !== ')') continue;
    if (depth === captured) captured = 0;
    depth -= 1;
  }
  return false;
}

/** Whether a cucumber expression has an alternative, or an optional text that is more than the end of an article. */
const leavesOpen = (source: string): boolean =>
  /[/(]/.test(
    source
      .replaceAll(/\\./g, '')
      .replaceAll(/\{\w+\}/g, '')
      .replaceAll(/\ba\(n\)/g, ''),
  );

const names = (tags: readonly Tag[]) => tags.map(({ name }) => name);

const writtenIn = (feature: Feature): Written[] =>
  feature.children.flatMap(({ scenario }) => {
    if (!scenario) return [];
    const tags = [...names(feature.tags), ...names(scenario.tags)];
    const { name, examples } = scenario;
    if (examples.length === 0) return [{ name, tags, ids: idTags(tags) }];
    return examples.map((block) => {
      const column = block.tableHeader?.cells.findIndex(({ value }) => value === 'id') ?? -1;
      const own = [...tags, ...names(block.tags)];
      const ids = column < 0 ? idTags(own) : block.tableBody.map(({ cells }) => `@${cells[column]?.value}`);
      expect({ name, begins: /^<id> /.test(name) }).toEqual({ name, begins: column >= 0 });
      expect({ name, rows: block.tableBody.length }).toEqual({ name, rows: ids.length });
      return { name: `${name}: ${block.name}`, tags: own, ids };
    });
  });

function idTags(tags: readonly string[]): string[] {
  return tags.filter((tag) => /^@S\d/.test(tag));
}

const all = () =>
  features.flatMap((feature) => writtenIn(feature).map((written) => ({ ...written, feature })));

describe('the features', () => {
  it('are the 16 steps of the plan, each with its header', () => {
    expect(features.map(({ tags }) => names(tags))).toEqual(plan.map(({ step }) => [`@step-${step}`]));
    for (const [index, { name, description }] of features.entries()) {
      const step = plan[index];
      expect(name).toMatch(new RegExp(`^Step ${step?.step}\\. \\S`));
      const [who, provides, outcome, ...more] = description.split('\n').map((line) => line.trim());
      expect(who).toBe(`Who acts:          ${step?.who}`);
      expect(provides).toMatch(/^The bank provides: \S/);
      expect(outcome).toMatch(/^Outcome: {11}\S/);
      expect(more.filter(Boolean)).toEqual([]);
    }
  });

  it('tell an act and what comes of it: every scenario has a When and a Then after it', () => {
    for (const { pickle } of envelopes) {
      if (!pickle) continue;
      const types = pickle.steps.map(({ type }) => type);
      expect({ name: pickle.name, types }).toEqual({
        name: pickle.name,
        types: expect.arrayContaining(['Action']),
      });
      expect({ name: pickle.name, last: types.at(-1) }).toEqual({ name: pickle.name, last: 'Outcome' });
    }
  });
});

describe('the scenarios', () => {
  it('have one id each, of their step, used once', () => {
    const ids = all().flatMap(({ name, tags, ids: own, feature }) => {
      const step = names(feature.tags)[0]?.slice('@step-'.length).padStart(2, '0');
      const pattern = expect.stringMatching(new RegExp(`^@S${step}-\\d\\d$`));
      expect({ name, own }).toEqual({ name, own: own.map(() => pattern) });
      expect({ name, ids: idTags(tags).toSorted() }).toEqual({ name, ids: own.toSorted() });
      expect(own.length).toBeGreaterThan(0);
      return own;
    });
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are numbered without gaps, wherever they stand: an id never changes', () => {
    for (const feature of features) {
      const numbers = writtenIn(feature).flatMap(({ ids }) => ids.map((id) => Number(id.slice(-2))));
      expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
    }
  });

  it('have one subject each; what is simulated is about the mock', () => {
    for (const { name, tags } of all()) {
      const subjects = tags.filter((tag) => ['@service', '@client', '@mock'].includes(tag));
      expect({ name, subjects: subjects.length }).toEqual({ name, subjects: 1 });
      if (tags.includes('@simulated')) expect({ name, subjects }).toEqual({ name, subjects: ['@mock'] });
    }
  });

  it('are about the bank, 40 of them at least', () => {
    const ofBank = all().filter(({ tags }) => tags.includes('@service') || tags.includes('@client'));
    expect(ofBank.length).toBeGreaterThanOrEqual(40);
  });

  it('name one rule at least, and only rules that exist', () => {
    for (const { name, tags } of all()) {
      const others = tags.filter(
        (tag) =>
          !/^@(S\d\d-\d\d|step-\d+|service|client|mock|simulated|scheme-dcm|scheme-bank|callbacks|multisignature|limits|reconciliation|branches|rotation|parallel|hard)$/.test(
            tag,
          ),
      );
      expect({ name, rules: others.length > 0 }).toEqual({ name, rules: true });
      for (const tag of others)
        expect({ tag, rule: findRule(tag.slice(1))?.id }).toEqual({ tag, rule: tag.slice(1) });
    }
  });

  it('about the mock are checked by rules of DCM, so that no bank can fail them', () => {
    for (const { name, tags } of all().filter((item) => item.tags.includes('@mock'))) {
      const sides = tags.flatMap((tag) => findRule(tag.slice(1))?.side ?? []);
      expect({ name, sides }).toEqual({ name, sides: sides.map(() => 'dcm') });
    }
  });
});

describe('the step definitions', () => {
  it('match every step exactly once, and every one is used', () => {
    const definitions = envelopes.flatMap(({ stepDefinition }) => stepDefinition ?? []);
    expect(definitions.length).toBeGreaterThan(50);
    const texts = new Map(
      envelopes
        .flatMap(({ pickle }) => (pickle ? pickle.steps : []))
        .map((pickleStep) => [pickleStep.id, pickleStep.text]),
    );
    const used = new Set<string>();
    for (const { testCase } of envelopes) {
      for (const { pickleStepId, stepDefinitionIds } of testCase?.testSteps ?? []) {
        if (pickleStepId === undefined) continue;
        const text = texts.get(pickleStepId);
        expect({ text, definitions: stepDefinitionIds?.length }).toEqual({ text, definitions: 1 });
        for (const id of stepDefinitionIds ?? []) used.add(id);
      }
    }
    const unused = definitions.filter(({ id }) => !used.has(id)).map(({ pattern }) => pattern.source);
    expect(unused).toEqual([]);
  });

  it('name rules that are tags of their scenarios', () => {
    const pickles = new Map(envelopes.flatMap(({ pickle }) => (pickle ? [[pickle.id, pickle]] : [])));
    for (const { testCase } of envelopes) {
      if (!testCase) continue;
      const { name, tags = [] } = pickles.get(testCase.pickleId) ?? {};
      const given = testCase.testSteps.flatMap(
        ({ stepMatchArgumentsLists }) => stepMatchArgumentsLists ?? [],
      );
      const values = given.flatMap(({ stepMatchArguments }) =>
        stepMatchArguments.map(({ group }) => group.value),
      );
      const rules = values.filter((value) => value !== undefined && findRule(value) !== undefined);
      const untold = rules.filter((rule) => !tags.some((tag) => tag.name === `@${rule}`));
      expect({ name, untold }).toEqual({ name, untold: [] });
    }
  });

  it('throw no word away: what a sentence may say otherwise is captured', () => {
    const loose = envelopes
      .flatMap(({ stepDefinition }) => stepDefinition?.pattern ?? [])
      .filter(({ source, type }) =>
        type === 'REGULAR_EXPRESSION' ? throwsAway(source) : leavesOpen(source),
      );
    expect(loose.map(({ source }) => source)).toEqual([]);
    expect(throwsAway('^the (?:same )?customer$')).toBe(true);
    expect(throwsAway('^with (?:a|b)$')).toBe(true);
    expect(throwsAway('^with ((?:a|b) c) of \\/key$')).toBe(false);
    expect(leavesOpen('with a/b')).toBe(true);
    expect(leavesOpen('the login(s)')).toBe(true);
    expect(leavesOpen('a(n) {kind} entity of \\/key')).toBe(false);
  });
});
