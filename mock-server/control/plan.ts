import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlannedScenario, planOperations } from '../../contract/control/plan.js';
import type { Handlers } from '../api/handler.js';
import { packageRoot } from '../installation.js';

/** A line with tags: of a scenario, or of the examples of one. */
const tagLine = /^\s*@/;
const firstLine = /^ {2}@/;
const idTag = /^S\d\d-\d\d$/;
const ruleTag = /^[A-Z][A-Z0-9]*-\d\d$/;
const subjects = ['service', 'client', 'mock'] as const;

function scenarioOf(lines: readonly string[]): PlannedScenario | undefined {
  const begin = lines.findIndex((line) => /^\s*Scenario(?: Outline)?:/.test(line));
  if (begin < 0) return undefined;
  const tags = lines
    .filter((line) => tagLine.test(line))
    .flatMap((line) => line.trim().split(/\s+/))
    .map((tag) => tag.slice(1));
  const sentences = lines.slice(begin + 1).filter((line) => !tagLine.test(line));
  const text = sentences.join('\n').replaceAll(/^ {4}/gm, '').trimEnd();
  const ids = [...tags.filter((tag) => idTag.test(tag)), ...(text.match(/\bS\d\d-\d\d\b/g) ?? [])];
  return {
    ids: [...new Set(ids)],
    name: (lines[begin] ?? '').replace(/^\s*Scenario(?: Outline)?:\s*/, ''),
    subject: subjects.find((subject) => tags.includes(subject)) ?? 'mock',
    rules: [...new Set(tags.filter((tag) => ruleTag.test(tag) && !idTag.test(tag)))],
    text,
  };
}

/** The scenarios of a feature; a line of tags after a blank one begins the next. */
export function scenariosIn(feature: string): PlannedScenario[] {
  const blocks: string[][] = [];
  let before = '';
  for (const line of feature.split('\n')) {
    const begins = firstLine.test(line) && before.trim() === '';
    if (begins) blocks.push([line]);
    else blocks.at(-1)?.push(line);
    before = line;
  }
  return blocks.flatMap((lines) => scenarioOf(lines) ?? []);
}

/** @param folder of the features */
export function planHandlers(folder = join(packageRoot, 'features')): Handlers<typeof planOperations> {
  let read: Promise<{ step: number; scenarios: PlannedScenario[] }[]> | undefined;
  async function steps() {
    const names = (await readdir(folder)).filter((name) => /^\d\d-.*\.feature$/.test(name)).sort();
    return Promise.all(
      names.map(async (name) => ({
        step: Number(name.slice(0, 2)),
        scenarios: scenariosIn(await readFile(join(folder, name), 'utf8')),
      })),
    );
  }
  return {
    getPlan: async () => {
      read ??= steps().catch((error: unknown) => {
        read = undefined;
        throw error;
      });
      return { steps: await read };
    },
  };
}
