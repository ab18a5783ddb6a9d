import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../contract/rules/index.js';
import type { Variant } from '../../fixtures/broken-banks/defect.js';
import { defects } from '../../fixtures/broken-banks/index.js';
import { oddities } from '../../fixtures/broken-banks/oddities.js';
import { alsoSeenElsewhere } from './proof.js';
import { readRecord } from './record.js';

/**
 * The recorded matrix against what it is made of. It is not made anew here: that is `dcm prove`, a part of `npm test`.
 * Written anew with: npm run prove -- --write docs/prove.md
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
let page = '';
let scenarios: ReadonlyMap<string, string> = new Map();

/** Rows of the table under a heading, cell by cell. */
function tableOf(heading: string): string[][] {
  const [, text = ''] = page.split(`## ${heading}\n`);
  const [section = ''] = text.split('\n## ');
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

beforeAll(async () => {
  page = await readFile(join(root, 'docs/prove.md'), 'utf8');
  const names = (await readdir(join(root, 'features'))).filter((name) => name.endsWith('.feature'));
  const texts = await Promise.all(names.map((name) => readFile(join(root, 'features', name), 'utf8')));
  const lines = texts.flatMap((text) => text.match(/^ *@S\d\d-\d\d.*$/gm) ?? []);
  scenarios = new Map(
    lines.flatMap((line) => [...line.matchAll(/S\d\d-\d\d/g)].map(([id]) => [id, line] as const)),
  );
});

const rowsOf = (variants: Readonly<Record<string, Variant>>) =>
  Object.entries(variants).map(([name, { says }]) => [says, `\`${name}\``]);

describe('the recorded matrix', () => {
  it('is about the defects and oddities that there are', () => {
    expect(tableOf('Each mistake, and what catches it').map((row) => row.slice(0, 2))).toEqual(
      rowsOf(defects),
    );
    expect(tableOf('Unusual, but not a mistake')).toEqual(rowsOf(oddities));
  });

  it('has every defect caught where it has to be, by the rule that it is about', () => {
    const caught = new Map(tableOf('Each mistake, and what catches it').map(([, name, by]) => [name, by]));
    for (const [name, { breaks, caughtBy }] of Object.entries(defects)) {
      const by = caught.get(`\`${name}\``)?.split('; ') ?? [];
      const about = by.find((text) => text.startsWith(`${breaks[0]} in `)) ?? '';
      expect({ name, about }).toEqual({ name, about: expect.stringContaining(caughtBy) });
    }
  });

  it('has no check that is never the only one to catch a defect', async () => {
    const { spoke } = await readRecord();
    // What DCM notices beside a failure is in the table, too, and is no check.
    const names = new Set(Object.values(spoke).flat());
    const checks = tableOf('Each check, and the mistakes that it catches').filter(([name = '']) =>
      names.has(name),
    );
    expect(checks.length).toBeGreaterThan(60);
    expect(checks.filter(([, only]) => !only).map(([check]) => check)).toEqual(alsoSeenElsewhere);
  });
});

/** What only the real stage can break: `dcm proxy` finds it. */
const ofTheStage = ['ANSWER-01'];

describe('rules, scenarios and defects', () => {
  it('no rule is without a scenario, no scenario without a rule', () => {
    const lines = [...scenarios.values()].join('\n');
    const ids = Object.keys(catalogue);
    expect(ids.filter((id) => !lines.includes(`@${id}`))).toEqual(ofTheStage);
    const bare = [...scenarios].filter(([, line]) => !ids.some((id) => line.includes(`@${id}`)));
    expect(bare.map(([id]) => id)).toEqual([]);
  });

  it('no rule about banks is without a defect', () => {
    const about = new Set<string>(Object.values(defects).map(({ breaks }) => breaks[0]));
    const ofBanks = Object.values(catalogue).filter(({ side }) => side === 'bank');
    expect(ofBanks.filter(({ id }) => !about.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('60 defects at least, each caught by a scenario that there is', () => {
    const all = Object.values(defects);
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(all.filter(({ caughtBy }) => !scenarios.has(caughtBy))).toEqual([]);
  });
});
