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

/** The rule in the name of a check. */
export const ruleOf = (name: string): string => name.slice(0, name.indexOf(' '));

/** Differences from the record, in the scenarios that were walked. */
export function differences(
  known: ProofRecord,
  { kind, name, catches, spoke }: Case,
  only?: readonly string[],
): string[] {
  const wanted = kind === 'whole' ? known.spoke : (known.catches[name] ?? {});
  const seen = byScenario(kind === 'whole' ? spoke : catches);
  if (kind !== 'whole' && kind !== 'defect') return [];
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
  cases.map((walked) => {
    if (walked.kind === 'whole') return { ...walked, spoke: flat(known.spoke) };
    return walked.kind === 'defect' ? { ...walked, catches: flat(known.catches[walked.name] ?? {}) } : walked;
  });
