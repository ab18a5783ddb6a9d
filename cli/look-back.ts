import { defaultProfile, type Profile, profileOptions } from '../contract/profile/index.js';
import { findingsOfBank } from '../steps/findings.js';
import type { RunFacts } from '../steps/run/judge.js';
import type { Stage } from '../steps/stage.js';
import { allTimes } from '../steps/times.js';
import type { BankStage } from './bank-stage.js';
import { walkProfile } from './walk-profile.js';

export type Seen = Pick<RunFacts, 'findings' | 'times' | 'profile' | 'profileChanges' | 'relaxed'>;

export const nothingSeen: Seen = { findings: [], times: [], profile: {}, profileChanges: [], relaxed: [] };

/** What the mock has noticed, and its options; if they cannot be read, that is an error of the run. */
export async function lookBack(
  stage: Stage & Pick<BankStage, 'learned'>,
): Promise<{ seen: Seen; errors: string[] }> {
  const { control, agent } = stage.dcm;
  try {
    const times = await allTimes(stage);
    const noticed = await control.listFindings({ query: { without_agent: agent } });
    const findings = await findingsOfBank(stage, noticed.findings);
    const { profile } = await control.getProfile({});
    const usual: Profile = { ...defaultProfile, ...walkProfile };
    const changed = (Object.keys(profile) as (keyof Profile)[]).filter(
      (name) => JSON.stringify(profile[name]) !== JSON.stringify(usual[name]),
    );
    const show = (name: keyof Profile) => `${name}: ${JSON.stringify(profile[name])}`;
    const relaxed = changed.filter((name) => profileOptions[name].relaxedBy?.includes(profile[name]));
    const { learned } = stage;
    const name = learned === undefined ? [] : [learned.name];
    return {
      seen: {
        findings,
        times,
        profile,
        profileChanges: [...name, ...changed.map(show)],
        // Nothing says that what was captured is documented.
        relaxed: [...(learned?.captures ? name : []), ...relaxed.map(show)],
      },
      errors: [],
    };
  } catch (error) {
    const problem = `the findings of the mock cannot be read: ${error instanceof Error ? error.message : error}`;
    return { seen: nothingSeen, errors: [problem] };
  }
}
