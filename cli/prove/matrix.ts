import { catalogue } from '../../contract/rules/index.js';
import { alsoSeenInTheOrder, type Case, idleChecks, nameOf, onlyCatches } from './proof.js';

/** The matrix check x defect, as Markdown: it is read in a terminal, too. */

interface Row {
  readonly check: string;
  /** Defects that this check alone catches, and those that others catch as well. */
  readonly only: readonly string[];
  readonly also: readonly string[];
}

function rowsOf(cases: readonly Case[]): Row[] {
  const only = onlyCatches(cases);
  const caught = new Map<string, Set<string>>();
  for (const { kind, name, catches } of cases) {
    if (kind !== 'defect') continue;
    for (const one of catches) {
      const key = nameOf(one);
      caught.set(key, (caught.get(key) ?? new Set()).add(name));
    }
  }
  const checks = new Set([...caught.keys(), ...cases.flatMap(({ spoke }) => spoke.map(nameOf))]);
  return [...checks].sort().map((check) => {
    const alone = only.get(check) ?? [];
    return {
      check,
      only: alone,
      also: [...(caught.get(check) ?? [])].filter((name) => !alone.includes(name)),
    };
  });
}

const cell = (text: string) => text.replaceAll('|', '\\|');
const list = (names: readonly string[]) => (names.length === 0 ? '' : names.join(', '));

/** Where each defect is caught: scenario and rule, each once. */
function catchersOf({ catches }: Case): string {
  const scenarios = new Map<string, Set<string>>();
  for (const { rule, scenario } of catches)
    scenarios.set(rule, (scenarios.get(rule) ?? new Set()).add(scenario));
  return [...scenarios].map(([rule, ids]) => `${rule} in ${[...ids].join(' ')}`).join('; ');
}

/** The proof as a page: which check catches which defect, and where. */
export function matrixPage(cases: readonly Case[]): string {
  const of = (kind: Case['kind']) => cases.filter((one) => one.kind === kind);
  const defects = of('defect');
  const rows = rowsOf(cases);
  return `# What the suite is proven to catch

Made by \`npm run prove -- --write docs/prove.md\`, which walks the plan with the whole reference bank, with banks that are odd and do
nothing wrong, and with ${defects.length} banks that make one mistake each. The same as plain data is prove.json beside it.

- \`npm run prove\` looks after this record. The whole bank walks through everything; an odd bank through a sample in which every
  check speaks; a bank with a mistake through the scenario named for it, one scenario for each check recorded as failing, and
  one for each neighbouring rule. There it has to fail exactly as recorded, no check less and none more. That what is left out
  is still as recorded is seen by \`npm run prove -- --whole\`: each bank walks through the whole plan.
- A mistake counts as caught only when the scenario named for it fails by a check of the rule it is about, not by a crash or a time-out.
- Every check is the only one that catches at least one mistake: no other check fails in the whole plan. Most mistakes make
  more fail than that: a bank whose /key is broken posts no transfers either. Left out are ${alsoSeenInTheOrder.join(', ')}:
  their mistakes show in what was ordered as well.
- What only prepares a scenario (a permitted request, a transfer to start from) is no check: where it does not come about, the
  scenario is blocked, and the run is not verified (exit 4). What only DCM can get wrong is an error of the tool (exit 3).

## Each mistake, and what catches it

| a bank that | name | caught by |
|---|---|---|
${defects.map((one) => `| ${cell(one.says)} | \`${one.name}\` | ${catchersOf(one)} |`).join('\n')}

## Odd, and nothing is held against it

| a bank that | name |
|---|---|
${of('oddity')
  .map((one) => `| ${cell(one.says)} | \`${one.name}\` |`)
  .join('\n')}

## Each check, and the mistakes that it catches

| check | it alone catches | it fails as well |
|---|---|---|
${rows.map(({ check, only, also }) => `| ${cell(check)} | ${list(only)} | ${list(also)} |`).join('\n')}
`;
}

/** Rules about the bank that no defect is about; SHOULD and MAY included. */
const withoutDefect = (about: ReadonlySet<string>): string[] =>
  Object.values(catalogue)
    .filter(({ side, id }) => side === 'bank' && !about.has(id))
    .map(({ id }) => id);

/** What the proof as a whole lacks, apart from the problems of single banks. */
export function gapsOf(cases: readonly Case[], about: ReadonlySet<string>): string[] {
  return [
    ...idleChecks(cases).map((check) => `it alone catches no defect: ${check}`),
    ...withoutDefect(about).map((rule) => `no defect is about the rule: ${rule}`),
  ];
}
