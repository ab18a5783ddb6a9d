import type { Finding } from '../../contract/control/journal.js';
import { cutFinding } from './entry.js';
import { cutText } from './shorten.js';

/** Findings of one rule: how many, and the text of the first. */
export interface FindingCount {
  readonly rule: string;
  readonly level: string;
  count: number;
  readonly first: string;
}

/** Number of agents that are counted separately; beyond it, the earliest are counted together. */
const mostAgents = 1000;
const longestAgent = 300;

const nameOf = (agent: string): string => cutText(agent, longestAgent);

/** Counts findings by the agent of the request, then by rule; they outlive their entries. */
export function createFindingCounts() {
  const byAgent = new Map<string, Map<string, FindingCount>>();

  function add(into: Map<string, FindingCount>, finding: FindingCount): void {
    const known = into.get(finding.rule);
    if (known) known.count += finding.count;
    else into.set(finding.rule, { ...finding });
  }

  function rulesOf(agent: string): Map<string, FindingCount> {
    const rules = byAgent.get(agent) ?? new Map<string, FindingCount>();
    byAgent.set(agent, rules);
    return rules;
  }

  /** The earliest agent, except the nameless one, is merged into these. */
  function joinOldest(): void {
    for (const [agent, rules] of byAgent) {
      if (agent === '') continue;
      byAgent.delete(agent);
      for (const value of rules.values()) add(rulesOf(''), value);
      return;
    }
  }

  return {
    count(finding: Finding, agent = ''): void {
      const { rule, level, text } = cutFinding(finding);
      add(rulesOf(nameOf(agent)), { rule, level, count: 1, first: text });
      if (byAgent.size > mostAgents) joinOldest();
    },

    /** Of all agents, or of all except one. */
    sums(withoutAgent?: string): FindingCount[] {
      const without = withoutAgent === undefined ? undefined : nameOf(withoutAgent);
      const all = new Map<string, FindingCount>();
      for (const [agent, rules] of byAgent) {
        if (agent !== without) for (const value of rules.values()) add(all, value);
      }
      return [...all.values()];
    },

    clear: (): void => byAgent.clear(),
  };
}
