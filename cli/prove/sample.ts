import { defects, isDefect } from '../../fixtures/broken-banks/index.js';
import { allOrders, type Order } from './bank-case.js';
import { type ProofRecord, ruleOf } from './record.js';

/** Which scenarios a bank walks when the record is only checked. */

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
    const [best] = Object.entries(spoke).sort((a, b) => gain(b) - gain(a));
    if (best === undefined || gain(best) === 0) break;
    chosen.push(best[0]);
    for (const name of best[1]) left.delete(name);
  }
  return chosen.sort();
}

const groupOf = (rule: string): string => rule.slice(0, rule.indexOf('-'));

/**
 * The scenarios that a defect walks to check the record: the one that must catch it; one for each check that catches it;
 * one for each related rule; and the sample if the record says that these are not enough. A defect that is not in the
 * record yet walks the sample if one of these scenarios looks back.
 */
export function scenariosFor(
  known: ProofRecord,
  { name, about, caughtBy }: { readonly name: string; readonly about: string; readonly caughtBy: string },
  sample: readonly string[] = sampleOf(known),
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
    for (const id of sample) chosen.add(id);
  }
  return [...chosen].sort();
}

/** All banks, each with the scenarios needed to check the record. */
export function shortOrders(known: ProofRecord): Order[] {
  const sample = sampleOf(known);
  return allOrders().map((order) => {
    const { kind, name } = order;
    if (kind === 'whole' || known.throughout.includes(name)) return order;
    if (!isDefect(name)) return { ...order, only: sample };
    const { breaks, caughtBy } = defects[name];
    return { ...order, only: scenariosFor(known, { name, about: breaks[0], caughtBy }, sample) };
  });
}
