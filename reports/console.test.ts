import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { plan } from '../contract/plan.js';
import { pages } from '../contract/provenance.js';
import { verdicts } from '../contract/verdict.js';
import { consoleReport, stepHeader, stepLine } from './console.js';
import { marks } from './marks.js';
import * as trees from './result.testing.js';
import { summaryLine } from './summary-line.js';
import { oneLine } from './text.js';

const report = (tree: Parameters<typeof consoleReport>[0], width = 100) =>
  consoleReport(tree, { color: false, width });

/** Places of the texts, in the order given; -1 for a missing one. */
const places = (text: string, ...wanted: readonly string[]) => wanted.map((item) => text.indexOf(item));

describe('consoleReport', () => {
  it('ends with the summary line', () => {
    for (const tree of [trees.conformant(), trees.notConformant(), trees.broken(), trees.hostile()])
      expect(report(tree).split('\n').at(-1)).toBe(summaryLine(tree));
  });

  it('of a conformant tree is the board and the summary', () => {
    const lines = report(trees.conformant()).split('\n');
    expect(lines[0]).toBe('The integration plan, run against bank1');
    expect(lines.filter((line) => /^ [ 1]\d /.test(line))).toHaveLength(16);
    expect(lines.join()).not.toMatch(/Failures|Warnings|Not verified|Errors|Findings/);
    expect(lines.find((line) => line.startsWith('  7'))).toMatch(/Bank officer {2,}register .* ✓ passed +2$/);
    expect(lines.find((line) => line.startsWith('  3'))).toMatch(/DCM Admin .* ◇ simulated +1$/);
  });

  it('tells everything about every failure', () => {
    const tree = trees.notConformant();
    const text = oneLine(report(tree));
    for (const scenario of tree.scenarios)
      for (const { rule, level, says, expected, actual, fix } of scenario.failures)
        for (const part of [`${rule} ${level}`, says, expected, actual, fix, scenario.id])
          expect(text).toContain(oneLine(part));
    expect(text).toContain(`${pages.BAUTH.title} (D BAUTH)`);
    expect(text).toContain('in S01-05, S01-06 ');
  });

  it('keeps its order', () => {
    const tree = { ...trees.notConformant(), errors: ['hook'] };
    tree.scenarios = trees.changed(tree.scenarios, {
      'S11-01': { verdict: 'not-verified', note: 'no driver' },
    });
    const found = places(
      report(tree),
      'Failures: 2 rules',
      'Errors',
      'The integration plan',
      'Warnings: 1 rule',
      'Not verified',
      'Findings',
      'not-conformant:',
    );
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });

  it('says why something was not verified or broke', () => {
    expect(report(trees.notVerified())).toMatch(
      /\? S11-01 .*\n {2}because {3}the driver does not support the act login/,
    );
    expect(report(trees.broken())).toMatch(/↯ outside the scenarios\n {2}because {3}BeforeAll hook: connect/);
    expect(report(trees.broken())).toContain('TypeError: no such customer');
  });

  it('shows findings with the rule that they are about', () => {
    expect(report(trees.notConformant())).toMatch(
      /! JWT-06 {2}should, 2 times\n {2}says .*lifetime.*\n {2}first {5}exp is 3600/,
    );
  });

  it('caps long lists and says where the rest is', () => {
    const text = report(trees.many(300));
    expect(text).toMatch(/and \d+ more, see report\.html: [A-Z]+-\d\d/);
    expect(text.split('\n').length).toBeLessThan(250);
    const failures = ['a', 'b', 'c', 'd', 'e'].map((actual) => trees.aFailure('AUTH-01', { actual }));
    const tree = trees.aResult('not-conformant', [
      trees.aScenario('S01-01', { verdict: 'failed', failures }),
    ]);
    expect(report(tree)).toContain('and 2 more, see report.html');
  });

  it('does not let a text leave its place', () => {
    const text = report(trees.hostile());
    expect(text).not.toContain('\x1b');
    expect(text).toContain('\\x1b[31m');
    expect(text).toContain('…');
  });

  it('fits every width from 60 to 200 columns, in both languages', () => {
    for (const tree of [trees.conformant(), trees.notConformant(), trees.broken(), trees.many(300)]) {
      for (const language of ['en', 'uk'] as const) {
        for (const width of [60, 72, 80, 100, 133, 200]) {
          const text = consoleReport(
            { ...tree, findings: trees.notConformant().findings },
            { color: false, width, language },
          );
          const body = text.split('\n').slice(0, -1);
          expect(body.filter((line) => [...line].length > width)).toEqual([]);
        }
      }
    }
  });

  it('tells each cause in a dozen lines, and what follows from it below', () => {
    const cause = { rule: 'AUTH-02', text: '/key answered late', scenario: 'S01-02', situation: '' };
    const actual = 'word '.repeat(400);
    const scenarios = [
      trees.aScenario('S01-02', {
        verdict: 'failed',
        failures: ['a', 'b', 'c', 'd'].map((text) =>
          trees.aFailure('AUTH-02', { actual: `${text} ${actual}` }),
        ),
      }),
      ...Array.from({ length: 41 }, (_, index) =>
        trees.aScenario(`S16-${String(index + 10)}`, {
          verdict: 'not-verified',
          note: 'grant',
          caused_by: cause,
        }),
      ),
    ];
    const lines = report(trees.aResult('not-conformant', scenarios), 60).split('\n');
    const begin = lines.findIndex((line) => line.startsWith('✗ failed'));
    expect(lines.slice(begin).indexOf('')).toBeLessThanOrEqual(13);
    const text = lines.join('\n');
    expect(oneLine(text)).toContain('41 scenarios could not be verified because of it: S16-10, S16-11');
    expect(text).not.toContain('? S16-10');
  });

  it('says the same reason once', () => {
    const cause = { rule: '', text: 'act login: not offered', scenario: 'S11-01', situation: '' };
    const more = { verdict: 'not-verified', note: cause.text, caused_by: cause } as const;
    const tree = trees.aResult(
      'not-verified',
      ['S11-01', 'S12-01', 'S12-02'].map((id) => trees.aScenario(id, more)),
    );
    const text = report(tree);
    expect(text.match(/^ {2}because/gm)).toHaveLength(2);
    expect(text).toMatch(
      /\? S11-01 .*\n {2}because {3}act login: not offered\n {2}impact {4}2 scenarios .*: S12-01, S12-02/,
    );
  });

  it('ends with one line for each failed rule, the path of the reports, and the verdict', () => {
    const tree = trees.notConformant();
    const lines = consoleReport(tree, { color: false, width: 100, reports: 'out/report.html' }).split('\n');
    expect(lines.slice(-5)).toEqual([
      expect.stringMatching(/^✗ AUTH-05 {2}a token about/),
      expect.stringMatching(/^✗ KEY-01 {2}GET \/key/),
      '',
      'reports: out/report.html',
      summaryLine(tree),
    ]);
  });

  it('fits the width where it decides itself', () => {
    const body = report(trees.notConformant(), 80).split('\n').slice(0, -1);
    expect(Math.max(...body.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(
      Math.max(
        ...report(trees.notConformant(), 20)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeGreaterThan(60);
  });

  it('says the same with and without color', () => {
    const tree = trees.notConformant();
    const colored = consoleReport(tree, { color: true, width: 100 });
    expect(colored).toContain('\x1b[31m');
    expect(stripVTControlCharacters(colored)).toBe(report(tree));
  });
});

describe('stepLine', () => {
  const step = { step: 7, who: 'Bank officer', title: 'register', scenarios: 4, ms: 1234 } as const;

  it('holds number, who, title, verdict, scenarios and time', () => {
    expect(stepLine({ ...step, verdict: 'passed' }, { color: false })).toMatch(
      /^ {2}7 {2}Bank officer +register +✓ passed +4 {2}1\.2 s$/,
    );
  });

  it('tells verdicts apart without color', () => {
    const lines = verdicts.map((verdict) => stepLine({ ...step, verdict }, { color: false }));
    expect(new Set(lines).size).toBe(verdicts.length);
    for (const [index, verdict] of verdicts.entries())
      expect(lines[index]).toContain(`${marks[verdict]} ${verdict}`);
  });

  it('fits with its time', () => {
    for (const width of [60, 80, 100, 200]) {
      for (const planStep of plan) {
        const row = stepLine(
          { ...planStep, verdict: 'not-applicable', scenarios: 300, ms: 61_000 },
          { color: false, width },
        );
        expect(row.length).toBeLessThanOrEqual(width);
        expect(row).toContain('1 min 1 s');
      }
    }
  });

  it('stands in columns, with every title of the plan whole', () => {
    const options = { color: false, width: 100 };
    const lines = plan.map((planStep) =>
      stepLine({ ...planStep, verdict: 'not-applicable', scenarios: 3 }, options),
    );
    expect(new Set([stepHeader(options), ...lines].map((line) => line.length))).toEqual(new Set([100]));
    for (const [index, { title }] of plan.entries()) expect(lines[index]).toContain(title);
  });
});
