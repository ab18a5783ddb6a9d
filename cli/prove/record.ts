import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../package.js';
import { type Case, type Catch, nameOf } from './proof.js';

/** Checks by scenario. */
const checksByScenario = z.record(z.string(), z.array(z.string()));
type ByScenario = z.infer<typeof checksByScenario>;

const record = z.object({
  /** Which checks run in each scenario, with the sound bank. */
  spoke: checksByScenario,
  /** Which checks fail in each scenario, for each defect. */
  catches: z.record(z.string(), checksByScenario),
  /** Defects that fail as recorded only if they walk the sample, too. */
  sampled: z.array(z.string()),
  /** Defects that fail as recorded only if they walk the whole plan. */
  throughout: z.array(z.string()),
});

/** The matrix of checks and defects as data, recorded when every bank walked the whole plan. */
export type ProofRecord = z.infer<typeof record>;

const file = join(packageRoot, 'docs/prove.json');

const byScenario = (seen: readonly { scenario: string; rule: string; check: string }[]): ByScenario => {
  const found: ByScenario = {};
  for (const item of seen) found[item.scenario] = [...(found[item.scenario] ?? []), nameOf(item)].sort();
  return Object.fromEntries(Object.entries(found).sort(([one], [other]) => (one < other ? -1 : 1)));
};

export function recordOf(cases: readonly Case[]): ProofRecord {
  const whole = cases.find(({ kind }) => kind === 'whole');
  return {
    spoke: byScenario(whole?.spoke ?? []),
    catches: Object.fromEntries(
      cases.flatMap(({ kind, name, catches }) => (kind === 'defect' ? [[name, byScenario(catches)]] : [])),
    ),
    sampled: [],
    throughout: [],
  };
}

/** Writes one line for each scenario, so that changes are readable. */
export async function writeRecord({ spoke, catches, sampled, throughout }: ProofRecord): Promise<void> {
  const lines = (of: ByScenario, indent: string) =>
    Object.entries(of)
      .map(([scenario, checks]) => `${indent}${JSON.stringify(scenario)}: ${JSON.stringify(checks)}`)
      .join(',\n');
  const defects = Object.entries(catches).map(
    ([name, of]) => `    ${JSON.stringify(name)}: {\n${lines(of, '      ')}\n    }`,
  );
  await writeFile(
    file,
    `{\n  "spoke": {\n${lines(spoke, '    ')}\n  },\n  "catches": {\n${defects.join(',\n')}\n  },\n  "sampled": ${JSON.stringify(sampled)},\n  "throughout": ${JSON.stringify(throughout)}\n}\n`,
  );
}

/** @throws if there is no record, or it cannot be read */
export const readRecord = async (): Promise<ProofRecord> =>
  record.parse(JSON.parse(await readFile(file, 'utf8')));

/** Checks of everything that the bank has sent before: alone, their scenarios have nothing to check. */
const looksBack = /nothing noticed in the whole run|no more confirmations than ordered/;

/** How many times longer a scenario with transfers takes. */
const transferCost = 4;

/** A few short scenarios that together run every check. */
export function sampleOf({ spoke }: ProofRecord): string[] {
  const left = new Set(Object.values(spoke).flat());
  const chosen: string[] = [];
  while (left.size > 0) {
    const gain = ([id, checks]: [string, string[]]) =>
      checks.filter((name) => left.has(name)).length / (id.startsWith('S16') ? transferCost : 1);
    const [best] = Object.entries(spoke).sort((left, other) => gain(other) - gain(left));
    if (best === undefined || gain(best) === 0) break;
    chosen.push(best[0]);
    for (const name of best[1]) left.delete(name);
  }
  return chosen.sort();
}

const ruleOf = (name: string): string => name.slice(0, name.indexOf(' '));
const groupOf = (rule: string): string => rule.slice(0, rule.indexOf('-'));

/**
 * The scenarios that a defect walks to check the record: the one that must catch it; one for each check that catches it;
 * one for each related rule; and the sample if the record says that these are not enough. A defect that is not in the
 * record yet walks the sample if one of these scenarios looks back.
 */
export function scenariosFor(
  known: ProofRecord,
  { name, about, caughtBy }: { readonly name: string; readonly about: string; readonly caughtBy: string },
): string[] {
  const chosen = new Set([caughtBy]);
  const caught = Object.entries(known.catches[name] ?? {});
  for (const check of new Set(caught.flatMap(([, checks]) => checks))) {
    const [first] = caught.find(([, checks]) => checks.includes(check)) ?? [];
    if (first !== undefined) chosen.add(first);
  }
  const spoke = Object.entries(known.spoke);
  const neighbours = new Set(spoke.flatMap(([, checks]) => checks.map(ruleOf)));
  for (const rule of neighbours) {
    if (groupOf(rule) !== groupOf(about)) continue;
    const [first] = spoke.find(([, checks]) => checks.some((check) => ruleOf(check) === rule)) ?? [];
    if (first !== undefined) chosen.add(first);
  }
  const looks = (id: string) => known.spoke[id]?.some((check) => looksBack.test(check));
  const isNew = known.catches[name] === undefined;
  if (known.sampled.includes(name) || (isNew && [...chosen].some(looks))) {
    for (const id of sampleOf(known)) chosen.add(id);
  }
  return [...chosen].sort();
}

/** Differences from the record, in the scenarios that were walked. */
export function differences(
  known: ProofRecord,
  { kind, name, catches, spoke }: Case,
  only?: readonly string[],
): string[] {
  const wanted = kind === 'whole' ? known.spoke : (known.catches[name] ?? {});
  const seen = byScenario(kind === 'whole' ? spoke : catches);
  if (kind === 'oddity') return [];
  const scenarios = only ?? Object.keys({ ...wanted, ...seen });
  return scenarios.flatMap((id) => {
    const [now, then] = [seen[id] ?? [], wanted[id] ?? []];
    const words = kind === 'whole' ? ['runs', 'does not run'] : ['fails', 'does not fail'];
    return [
      ...now
        .filter((check) => !then.includes(check))
        .map((check) => `${id}: ${check} ${words[0]}, unlike the record`),
      ...then
        .filter((check) => !now.includes(check))
        .map((check) => `${id}: ${check} ${words[1]}, unlike the record`),
    ];
  });
}

const flat = (of: ByScenario): Catch[] =>
  Object.entries(of).flatMap(([scenario, names]) =>
    names.map((name) => ({ scenario, rule: ruleOf(name), check: name.slice(name.indexOf(' ') + 1) })),
  );

/** The cases as if every bank had walked the whole plan. */
export const asRecorded = (known: ProofRecord, cases: readonly Case[]): Case[] =>
  cases.map((example) => {
    if (example.kind === 'whole') return { ...example, spoke: flat(known.spoke) };
    return example.kind === 'defect'
      ? { ...example, catches: flat(known.catches[example.name] ?? {}) }
      : example;
  });
