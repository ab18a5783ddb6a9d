import type { Chance, WallClock } from '../domain/ports.js';

export type FlowKind = 'login' | 'recovery' | 'settings';

export interface LoginFlow {
  readonly id: string;
  readonly kind: FlowKind;
  readonly csrfToken: string;
  readonly issuedMs: number;
  readonly expiresMs: number;
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

/** Kratos' self-service flows (U-11): one hour each, in memory only, the oldest forgotten beyond 10,000. */
export function createLoginFlows(chance: Chance, wall: WallClock) {
  const flows = new Map<string, LoginFlow>();
  const csrfTokens = new Map<string, string>();

  const forget = (flow: LoginFlow) => {
    flows.delete(flow.id);
    csrfTokens.delete(flow.csrfToken);
  };

  return {
    begin(kind: FlowKind, state: string, employeeGuid = ''): LoginFlow {
      const [oldest] = flows.values();
      if (oldest && flows.size >= most) forget(oldest);
      const issuedMs = wall.now();
      const flow: LoginFlow = {
        id: chance.uuid('login-flow', 'v4'),
        kind,
        csrfToken: Buffer.from(chance.bytes('csrf-token', 32)).toString('base64'),
        issuedMs,
        expiresMs: issuedMs + lifeMs,
        state,
        employeeGuid,
        code: '',
        access: 0,
        attempts: 0,
      };
      flows.set(flow.id, flow);
      csrfTokens.set(flow.csrfToken, flow.id);
      return flow;
    },

    /** A flow of this kind that has not expired. */
    find(kind: FlowKind, id: string): LoginFlow | undefined {
      const flow = flows.get(id);
      if (!flow || flow.kind !== kind) return undefined;
      if (flow.expiresMs > wall.now()) return flow;
      forget(flow);
      return undefined;
    },

    forget,

    isCsrfToken: (text: string): boolean => text !== '' && csrfTokens.has(text),

    clear(): void {
      flows.clear();
      csrfTokens.clear();
    },
  };
}

export type LoginFlows = ReturnType<typeof createLoginFlows>;
