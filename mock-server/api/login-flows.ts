import type { Chance, WallClock } from '../domain/ports.js';

export type FlowKind = 'login' | 'recovery' | 'settings';

export interface LoginFlow {
  readonly id: string;
  readonly kind: FlowKind;
  readonly issuedMs: number;
  readonly expiresMs: number;
  /** Of a login: of somebody who is logged in and logs in again. */
  readonly refresh: boolean;
  state: string;
  /** Employee whose password may be set (settings), or whom the code was sent (recovery). */
  employeeGuid: string;
  code: string;
  /** `access` of that employee when the code was sent. */
  access: number;
  attempts: number;
}

const lifeMs = 3_600_000;
const most = 10_000;

/**
 * Kratos' self-service flows (U-11): one hour each, in memory only. One that has expired is known as such for another
 * hour, and the oldest are forgotten beyond 10,000.
 */
export function createLoginFlows(chance: Chance, wall: WallClock) {
  const flows = new Map<string, LoginFlow>();

  /** Flows are in the order of their age. */
  function forgetOld(): void {
    for (const { id, expiresMs } of flows.values()) {
      if (flows.size < most && expiresMs + lifeMs > wall.now()) return;
      flows.delete(id);
    }
  }

  return {
    begin(kind: FlowKind, state: string, { employeeGuid = '', refresh = false } = {}): LoginFlow {
      forgetOld();
      const issuedMs = wall.now();
      const flow: LoginFlow = {
        id: chance.uuid('login-flow', 'v4'),
        kind,
        issuedMs,
        expiresMs: issuedMs + lifeMs,
        refresh,
        state,
        employeeGuid,
        code: '',
        access: 0,
        attempts: 0,
      };
      flows.set(flow.id, flow);
      return flow;
    },

    /** A flow of this kind, also one that has expired. */
    find(kind: FlowKind, id: string): LoginFlow | undefined {
      const flow = flows.get(id.toLowerCase());
      return flow?.kind === kind ? flow : undefined;
    },

    hasExpired: ({ expiresMs }: LoginFlow): boolean => expiresMs <= wall.now(),

    isFlow: (text: string): boolean => flows.has(text),

    clear: (): void => flows.clear(),
  };
}

export type LoginFlows = ReturnType<typeof createLoginFlows>;
