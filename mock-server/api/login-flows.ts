import type { Bounds } from '../domain/newest.js';
import type { Chance, WallClock } from '../domain/ports.js';
import { sizeOf } from '../domain/size.js';
import { type Kept, noHandover } from '../handover.js';

export type FlowKind = 'login' | 'recovery' | 'settings';

export interface LoginFlow {
  readonly id: string;
  readonly kind: FlowKind;
  readonly issuedMs: number;
  expiresMs: number;
  /** The URL that began it. */
  readonly requestUrl: string;
  /** Of a login: whether a logged-in user logs in again. */
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
/** Number of flows that are kept; the oldest are dropped. */
export const mostFlows: Bounds = { rows: 10_000, bytes: 8 * 1024 * 1024 };
/** Maximum bytes of what is filled in later: a state, an employee and a code. */
const laterBytes = 100;

/**
 * Kratos' self-service flows (U-11): one hour each. An expired flow is recognized for another hour; beyond `most` the
 * oldest are dropped.
 */
export function createLoginFlows(
  chance: Chance,
  wall: WallClock,
  most = mostFlows,
  kept: Kept = noHandover.of('flows'),
) {
  const flows = new Map<string, { readonly flow: LoginFlow; readonly bytes: number }>();
  let bytes = 0;

  /** Makes room for one more flow of this size; flows are in the order of their age. */
  function forgetOld(more: number): void {
    for (const { flow, bytes: own } of flows.values()) {
      const fits = flows.size < most.rows && bytes + more <= most.bytes;
      if (fits && flow.expiresMs + lifeMs > wall.now()) return;
      flows.delete(flow.id);
      kept.drop(flow.id);
      bytes -= own;
    }
  }

  const keep = (flow: LoginFlow): void => kept.put(flow.id, () => flow);

  function enter(flow: LoginFlow): void {
    const own = sizeOf(flow) + laterBytes;
    forgetOld(own);
    flows.set(flow.id, { flow, bytes: own });
    bytes += own;
  }

  return {
    begin(
      kind: FlowKind,
      state: string,
      { employeeGuid = '', refresh = false, requestUrl = '' } = {},
    ): LoginFlow {
      const issuedMs = wall.now();
      const flow: LoginFlow = {
        id: chance.uuid('login-flow', 'v4'),
        kind,
        issuedMs,
        expiresMs: issuedMs + lifeMs,
        requestUrl,
        refresh,
        state,
        employeeGuid,
        code: '',
        access: 0,
        attempts: 0,
      };
      enter(flow);
      keep(flow);
      return flow;
    },

    /** Keeps what has changed in a flow. */
    keep,
    /** Continues those that an earlier process has begun. */
    takeUp(left: readonly LoginFlow[]): void {
      for (const flow of left.toSorted((one, other) => one.issuedMs - other.issuedMs)) enter(flow);
    },

    /** A flow of this kind, also one that has expired. */
    find(kind: FlowKind, id: string): LoginFlow | undefined {
      const flow = flows.get(id.toLowerCase())?.flow;
      return flow?.kind === kind ? flow : undefined;
    },

    hasExpired: ({ expiresMs }: LoginFlow): boolean => expiresMs <= wall.now(),

    /** Ends all flows, as if their hour had passed; how many there were. */
    expireAll(): number {
      const alive = [...flows.values()].filter(({ flow }) => flow.expiresMs > wall.now());
      for (const { flow } of alive) {
        flow.expiresMs = wall.now();
        keep(flow);
      }
      return alive.length;
    },

    isFlow: (text: string): boolean => flows.has(text),

    clear(): void {
      flows.clear();
      kept.drop();
      bytes = 0;
    },
  };
}

export type LoginFlows = ReturnType<typeof createLoginFlows>;
