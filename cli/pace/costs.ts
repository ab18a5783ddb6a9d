/** What one scenario of a step takes of a bank on average. */
export interface Cost {
  /** Questions of the harness, one after the other; those that are put at once count as one. */
  readonly probes: number;
  readonly acts: number;
  /** Questions of DCM while the bank acts. */
  readonly within: number;
  /** What the harness and DCM do themselves, compared with other steps; the unit does not matter. */
  readonly own: number;
}

/**
 * By step of the plan, as the reference bank shows them under the scheme dcm; the other scheme differs little.
 * `cli/unhurried-run.test.ts` compares them with a run.
 */
export const costs: Readonly<Record<number, Cost>> = {
  1: { probes: 1.13, acts: 0.1, within: 0, own: 13 },
  2: { probes: 1.18, acts: 0, within: 0, own: 10 },
  3: { probes: 0, acts: 0, within: 0, own: 12 },
  4: { probes: 0, acts: 0, within: 0, own: 10 },
  5: { probes: 0, acts: 0.5, within: 0, own: 15 },
  6: { probes: 1.67, acts: 0.33, within: 0, own: 21 },
  7: { probes: 1.6, acts: 0, within: 0, own: 9 },
  8: { probes: 0.33, acts: 0, within: 0, own: 8 },
  9: { probes: 0, acts: 0, within: 0, own: 7 },
  10: { probes: 0, acts: 0, within: 0, own: 9 },
  11: { probes: 0, acts: 1.5, within: 0, own: 35 },
  12: { probes: 0.17, acts: 1.5, within: 1, own: 39 },
  13: { probes: 0, acts: 1, within: 1, own: 44 },
  14: { probes: 3, acts: 0.1, within: 0, own: 15 },
  15: { probes: 1.14, acts: 1.29, within: 0.57, own: 30 },
  16: { probes: 0.33, acts: 0.98, within: 1.11, own: 65 },
};

const nothing: Cost = { probes: 0, acts: 0, within: 0, own: 0 };

/** The sum for so many scenarios of each step. */
export function costOf(scenarios: ReadonlyMap<number, number>): Cost {
  return [...scenarios].reduce((sum, [step, count]) => {
    const { probes, acts, within, own } = costs[step] ?? nothing;
    return {
      probes: sum.probes + probes * count,
      acts: sum.acts + acts * count,
      within: sum.within + within * count,
      own: sum.own + own * count,
    };
  }, nothing);
}
