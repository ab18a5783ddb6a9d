import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { plan } from '../contract/plan.js';
import { script, scriptHash } from './html/script.js';
import { htmlReport } from './html.js';
import { elements } from './markup.testing.js';
import * as trees from './result.testing.js';
import { oneLine, visible } from './text.js';
import { textsOf } from './texts/index.js';

type Tree = Parameters<typeof htmlReport>[0];

const read = (tree: Tree) => elements(htmlReport(tree), ['meta']);
const textOf = (tree: Tree) => oneLine(read(tree).find((element) => element.tag === 'main')?.text ?? '');
const byId = (tree: Tree, id: string) => read(tree).find((element) => element.attributes.get('id') === id);

const examples: readonly (readonly [string, Tree])[] = Object.entries({
  conformant: trees.conformant(),
  notConformant: trees.notConformant(),
  notVerified: trees.notVerified(),
  broken: trees.broken(),
  narrowed: trees.narrowed(),
  hostile: trees.hostile(),
  many: trees.many(300),
});

describe.each(examples)('htmlReport of %s', (_, tree) => {
  it('has unique anchors, and links that lead somewhere', () => {
    const all = read(tree);
    const ids = all.flatMap((element) => element.attributes.get('id') ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const hrefs = all.flatMap((element) => element.attributes.get('href') ?? []);
    const local = hrefs
      .filter((href) => href.startsWith('#'))
      .map((href) => decodeURIComponent(href.slice(1)));
    expect(local.filter((id) => !ids.includes(id))).toEqual([]);
    const labels = all.flatMap((element) => element.attributes.get('aria-labelledby') ?? []);
    expect(labels.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('links a scenario once for each rule', () => {
    const twice = {
      ...tree,
      rules: tree.rules.map((rule) => ({ ...rule, scenarios: rule.scenarios.flatMap((id) => [id, id]) })),
    };
    expect(htmlReport(twice)).toBe(htmlReport(tree));
  });

  it('loads nothing, and runs its own script only', () => {
    const page = htmlReport(tree);
    const all = elements(page, ['meta']);
    const scripts = [...page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/gi)].map(([, text]) => text);
    expect(scripts).toEqual([script]);
    expect(page).toContain(`script-src &#39;${scriptHash}&#39;`.replaceAll('&#39;', "'"));
    expect(createHash('sha256').update(script).digest('base64')).toBe(scriptHash.slice('sha256-'.length));
    expect(page).not.toMatch(/@import|url\(/i);
    const tags = new Set(all.map((element) => element.tag));
    for (const tag of ['link', 'img', 'iframe', 'object', 'embed', 'base', 'form'])
      expect(tags).not.toContain(tag);
    const names = new Set(all.flatMap((element) => [...element.attributes.keys()]));
    for (const name of names) expect(name).not.toMatch(/^(on|src|style$)/);
    const outside = all.filter((element) => element.attributes.get('href')?.startsWith('#') === false);
    for (const element of outside) {
      expect(element.tag).toBe('a');
      expect(element.attributes.get('href')).toMatch(/^https:\/\/docs\.prozora\.network\//);
    }
  });

  it('has one heading of the first level and skips none', () => {
    const levels = read(tree)
      .filter((element) => /^h\d$/.test(element.tag))
      .map((element) => Number(element.tag[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const steps = levels.map((level, index) => level - (levels[index - 1] ?? 0));
    expect(Math.max(...steps)).toBe(1);
  });
});

it('says the verdict in words, with its numbers and what narrows it', () => {
  expect(textOf(trees.notConformant())).toMatch(/^✗ ?Not conformant At least one requirement was not met/);
  const banner = oneLine(byId(trees.narrowed(), 'verdict')?.text ?? '');
  for (const part of [
    '16 of 16',
    'multisignature, branches',
    'TRANSFER-01',
    'reserve: strict',
    '--steps 1-16',
    '41 scenarios carried over',
    '20231',
  ])
    expect(banner).toContain(part);
});

it('tells everything about every failure, before the board', () => {
  const tree = trees.notConformant();
  const text = textOf(tree);
  for (const scenario of tree.scenarios)
    for (const failure of scenario.failures) {
      const own = oneLine(byId(tree, `failure-${failure.rule}`)?.text ?? '');
      for (const part of [failure.rule, failure.says, failure.expected, failure.actual, failure.fix])
        expect(own).toContain(oneLine(part));
      const row = oneLine(byId(tree, scenario.id)?.text ?? '');
      for (const part of [failure.actual, failure.fix, failure.curl, failure.exchange])
        expect(row).toContain(oneLine(part));
    }
  expect(text.indexOf(textsOf('en').sections.failures.title)).toBeLessThan(
    text.indexOf(textsOf('en').sections.board.title),
  );
});

it('has a card per step with who, title, outcome and verdict in words', () => {
  const tree = trees.notConformant();
  for (const { step, who, title, outcome } of plan) {
    const card = oneLine(byId(tree, `step-${step}`)?.text ?? '');
    const verdict = tree.plan.find((item) => item.step === step)?.verdict ?? 'error';
    for (const part of [who, title, outcome, textsOf('en').verdicts[verdict]]) expect(card).toContain(part);
  }
});

it('says why something was not verified or broke', () => {
  expect(textOf(trees.notVerified())).toContain('the driver does not support the act login');
  expect(textOf(trees.broken())).toContain('BeforeAll hook: connect ECONNREFUSED');
  expect(textOf(trees.broken())).toContain('TypeError: no such customer');
});

it('names tones apart from parts, so that no class has two meanings', () => {
  const all = examples.flatMap(([, tree]) => read(tree));
  const style = all.find((element) => element.tag === 'style')?.text ?? '';
  const used = new Set(all.flatMap((element) => element.attributes.get('class')?.split(' ') ?? []));
  for (const name of used)
    if (name.startsWith('tone-')) expect(style).toContain(`.${name}{--tone:`);
    else expect(style).not.toContain(`.${name}{--tone:`);
  expect(used).toContain('tone-doubt');
});

it('folds what follows from a cause under it', () => {
  const cause = { rule: 'AUTH-02', text: '/key answered late', scenario: 'S01-02', situation: '' };
  const blocked = { verdict: 'not-verified', note: 'grant', caused_by: cause } as const;
  const tree = trees.aResult('not-conformant', [
    trees.aScenario('S01-02', { verdict: 'failed', failures: [trees.aFailure('AUTH-02')] }),
    ...['S16-01', 'S16-02', 'S16-03'].map((id) => trees.aScenario(id, blocked)),
  ]);
  const own = byId(tree, 'failure-AUTH-02');
  expect(oneLine(own?.text ?? '')).toContain(
    '3 scenarios could not be verified because of it S16-01 S16-02 S16-03',
  );
  expect(own?.attributes.get('data-step')).toBe('1 16');
  const cards = read(tree).filter((element) => element.attributes.get('class')?.startsWith('doubt'));
  expect(cards.filter(({ text }) => text.includes('S16-'))).toEqual([]);
});

it('names date, target and versions at the top', () => {
  const top = oneLine(
    read(trees.conformant()).find(({ attributes }) => attributes.get('class') === 'top')?.text ?? '',
  );
  expect(top).toBe('DCM conformance report · bank1 · 2026-05-04 09:30 UTC · dcm 0.1.0 · node 20.20.0');
});

it('tells simulated steps apart from those that passed', () => {
  expect(oneLine(byId(trees.conformant(), 'verdict')?.text ?? '')).toMatch(
    /16 of 16, \d of them simulated by the mock/,
  );
});

it('leaves out sections that have nothing to say', () => {
  for (const id of ['failures', 'errors', 'warnings', 'doubts', 'findings'])
    expect(byId(trees.conformant(), id), id).toBeUndefined();
});

it('unfolds the steps in which something is open, and only those', () => {
  const groups = read(trees.notConformant()).filter((element) => element.attributes.get('class') === 'group');
  const open = groups
    .filter((element) => element.attributes.has('open'))
    .map((group) => group.attributes.get('id'));
  expect(open).toEqual(['step-1-scenarios', 'step-7-scenarios']);
});

it('gives each scheme its own anchor, and loses no scenario of no step', () => {
  const tree = trees.aResult('partial', [
    trees.aScenario('S16-01', { scheme: 'dcm' }),
    trees.aScenario('S16-01', { scheme: 'bank' }),
    trees.aScenario('S16-01', { scheme: 'bank' }),
    trees.aScenario('S99-01'),
  ]);
  for (const id of ['S16-01', 'S16-01-bank', 'S16-01-2', 'S99-01']) expect(byId(tree, id), id).toBeDefined();
});

it('shows texts from the wire as text', () => {
  const row = byId(trees.hostile(), 'S01-01');
  expect(row?.text).toContain(visible(trees.nasty));
  expect(row?.text).toContain('x'.repeat(5000));
});

it('lists versions, profile and seed', () => {
  const text = textOf(trees.conformant());
  for (const part of ['dcm 0.1.0', 'node 20.20.0', 'asset_code: "UAH"', '2026-05-04T09:30:00.000Z'])
    expect(text).toContain(part);
});
