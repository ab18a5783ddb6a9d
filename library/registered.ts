import type { Client } from '../contract/client.js';
import type { ControlOperations } from '../contract/control/index.js';

export interface BankOptions {
  /** Becomes part of names; `bank1` by default, or the next one that is free. */
  readonly alias?: string;
  /** Base URL of the bank's own service; without it, the mock plays that service. */
  readonly url?: string;
  /** Further attributes, as `registerCounterparty` of the control API takes them, e.g. URLs with other paths. */
  readonly attributes?: Partial<Parameters<Client<ControlOperations>['registerCounterparty']>[0]['body']>;
  /** Its first employee, who is logged in. */
  readonly employee?: { readonly email: string; readonly password: string };
  /** Hryvnias on its processing entity to begin with; 1,000,000 by default. */
  readonly amount?: number;
}

/** Users of `startReferenceBank()` who stand for a bank's own entities; a bank's service has to know both. */
export const keyKeepers = [
  { login: 'keeper-identification', external_id: 'kk-identification', for: 'identification' },
  { login: 'keeper-processing', external_id: 'kk-processing', for: 'processing' },
] as const;

/** Hryvnias on the processing entity of a new bank. */
export const usualAmount = 1_000_000;
type Control = Client<ControlOperations>;
type Registered = Awaited<ReturnType<Control['getRegistered']>>;

/** `bank1`, or the next one that no counterparty of this mock has. */
async function freeAlias(control: Control): Promise<string> {
  const taken = new Set((await control.listRegistered({})).counterparties.map(({ alias }) => alias));
  for (let number = 1; ; number += 1) if (!taken.has(`bank${number}`)) return `bank${number}`;
}

/** Registers a bank and creates both of its entities. */
export async function registered(control: Control, options: BankOptions): Promise<Registered> {
  const { alias = await freeAlias(control), url, attributes = {}, amount = usualAmount } = options;
  if (url === undefined) {
    const { counterparty } = await control.addSimulatedBank({ body: { alias, customers: 0, amount } });
    return counterparty;
  }
  const { guid } = await control.registerCounterparty({
    body: {
      name: `Bank ${alias}`,
      alias,
      user_auth_url: `${url}/user_auth`,
      user_key_url: `${url}/key`,
      user_id_url: `${url}/external_id`,
      callback_url: url,
      key_keepers: [...keyKeepers],
      ...attributes,
    },
  });
  await control.createEntities({ params: { guid }, body: {} });
  return control.getRegistered({ params: { guid } });
}
