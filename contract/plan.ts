/** The technical integration plan (page PLAN): who does what, and what comes out of it. */
export interface PlanStep {
  readonly step: number;
  readonly who: 'Bank IT Team' | 'DCM DevOps' | 'DCM Admin' | 'Bank officer' | 'Bank System operator';
  /** Whose act it is: DCM's acts are stood in for by the mock. */
  readonly side: 'bank' | 'dcm';
  readonly title: string;
  readonly outcome: string;
}

const step = (number: number, who: PlanStep['who'], title: string, outcome: string): PlanStep => ({
  step: number,
  who,
  side: who.startsWith('Bank') ? 'bank' : 'dcm',
  title,
  outcome,
});

export const plan: readonly PlanStep[] = [
  step(
    1,
    'Bank IT Team',
    "implement the authorization of DCM's requests",
    'authorization ready for deployment',
  ),
  step(2, 'DCM DevOps', 'send the public key that checks JWT signatures', 'the bank holds the public key'),
  step(3, 'DCM Admin', 'register the counterparty with asset_code UAH', 'counterparty visible'),
  step(4, 'DCM Admin', 'ask DevOps to roll out infrastructure', 'a task'),
  step(5, 'DCM DevOps', 'deploy frontend and authentication', 'hosts reachable'),
  step(
    6,
    'Bank IT Team',
    'deploy the authorization with the public key',
    'bank officer has access to secrets',
  ),
  step(7, 'Bank officer', "register the key keepers' secrets", 'GET /key yields the secrets of 2 users'),
  step(8, 'Bank officer', 'hand over the onboarding data', 'data are with the DCM Admin'),
  step(9, 'DCM Admin', 'store the URLs, create the first employee', 'employee created'),
  step(10, 'DCM Admin', 'create the identification and processing entities', 'both entities created'),
  step(11, 'Bank officer', "set the first employee's password", 'an employee is logged in'),
  step(12, 'Bank System operator', 'request the creation of identifiers', 'request is with DCM'),
  step(13, 'DCM Admin', 'confirm the amount and transfer it', 'identifiers received'),
  step(14, 'Bank officer', "create the customers' secrets", 'secrets ready'),
  step(15, 'Bank System operator', 'create customers with accounts', 'customers created'),
  step(16, 'Bank System operator', 'make transfers and the other checks', 'checks passed'),
];
