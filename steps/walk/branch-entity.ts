import { Blocked, preparing } from '../blocked.js';
import type { Stage } from '../stage.js';
import type { Memory } from './memory.js';
import type { createMoney, Entity } from './money.js';

interface BranchNeeds {
  /** Steps 1 to 11 are done. */
  readonly ready: () => Promise<void>;
  readonly money: ReturnType<typeof createMoney>;
  /** Headers of the first employee's session. */
  readonly officerSession: () => Promise<Readonly<Record<string, string>>>;
  readonly funded: (kind: 'processing', amount: number) => Promise<Entity>;
  readonly move: (from: Entity, to: Entity, amount: number) => Promise<unknown>;
}

/** An entity of a new branch, with money; made by an employee without a branch and an officer. */
export async function branchEntity(
  { dcm }: Stage,
  memory: Memory,
  { ready, money, officerSession, funded, move }: BranchNeeds,
): Promise<{ branch: string; sender: Entity }> {
  const guid = dcm.block.counterparty_guid;
  await ready();
  const headers = await officerSession();
  const params = { counterparty_guid: guid };
  return preparing('set up a branch', async () => {
    const name = `Branch ${memory.next('branches')}`;
    const branch = await dcm.api.createBranch({ params, body: { name }, headers });
    const at = { ...params, branch_guid: branch.guid };
    const made = await dcm.api.createBranchAccount({ params: at, body: {}, headers });
    const sender = (await money.entities(guid)).find((entity) => entity.guid === made.guid);
    if (!sender) throw new Blocked('the entity of the branch is not listed');
    const source = await funded('processing', 50);
    await move(source, sender, 50);
    return { branch: branch.guid, sender };
  });
}
