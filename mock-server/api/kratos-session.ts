import { kratosErrorBody } from '../../contract/kratos-errors.js';
import type { Employee } from '../domain/employees-collection.js';
import type { Domain } from '../domain/index.js';
import { type Because, because, Refusal } from '../domain/refusal.js';
import type { Session } from '../domain/sessions-collection.js';
import { OtherAnswer, type RequestFacts } from './handler.js';
import { flowView, type UiMessage } from './kratos-views.js';
import type { FlowKind, LoginFlow, LoginFlows } from './login-flows.js';
import { strayHeader } from './stray-session.js';

/** A session that was authenticated longer ago may not set a password (Kratos' default), in milliseconds. */
const privilegedMs = 3_600_000;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const reasons: Readonly<Record<number, string>> = { 400: 'state', 401: 'session', 403: 'permission' };

/** A refusal by Kratos that is not a flow sent back. */
export const kratosRefusal = (
  why: Because,
  status: number,
  reason: string,
  id?: string,
  more: object = {},
): OtherAnswer =>
  new OtherAnswer(
    status,
    { ...kratosErrorBody(status, reason, id), ...more },
    reasons[status] ?? 'invalid',
    why,
  );

/** The flow, sent back with its errors. */
export const sentBack = (
  why: Because,
  flow: LoginFlow,
  facts: RequestFacts,
  message: UiMessage,
  more: object = {},
) => new OtherAnswer(400, { ...flowView(flow, facts, [message]), ...more }, 'credential', why);

/** The response if the employee was disabled or got another password in the meantime. */
export const orEnded = (answer: () => OtherAnswer) => (error: unknown) => {
  throw error instanceof Refusal && error.code === 'session' ? answer() : error;
};

export const inactive = (why: Because) =>
  kratosRefusal(why, 401, 'No active session was found in this request.', 'session_inactive');

function noSession({ headers }: RequestFacts): Because {
  const header = strayHeader(headers, ['X-Session-Token']);
  return header === undefined ? because('no-session') : because('no-session-but', { header });
}

export const identityView = (employee: Employee, origin: string) => ({
  id: employee.guid,
  schema_id: 'default',
  schema_url: `${origin}/kratos/schemas/default`,
  traits: { email: employee.email },
});

export const sessionView = (session: Session, employee: Employee, origin: string) => ({
  id: session.guid,
  active: true,
  authenticator_assurance_level: 'aal1' as const,
  authenticated_at: new Date(session.issued_ms).toISOString(),
  issued_at: new Date(session.issued_ms).toISOString(),
  expires_at: new Date(session.expires_ms).toISOString(),
  identity: identityView(employee, origin),
});

/** What a flow keeps of the request that began it. */
export const begunBy = ({ origin, url }: RequestFacts) => ({ requestUrl: origin + url });

/** What Kratos' handlers have in common: whose request it is, and which flow it belongs to. */
export function kratosRequests({ employees, center }: Domain, flows: LoginFlows) {
  function tokenIn({ headers }: RequestFacts): string {
    const bearer = /^bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    return headers['x-session-token'] || bearer || '';
  }

  /** The session of a request: by X-Session-Token, otherwise as bearer; undefined without a valid one. */
  async function present(facts: RequestFacts) {
    const token = tokenIn(facts);
    return token === '' ? undefined : employees.sessionOf(token);
  }

  return {
    present,

    /** @throws {OtherAnswer} 401 `session_inactive` */
    async required(facts: RequestFacts) {
      const session = await present(facts);
      if (session) return session;
      const token = tokenIn(facts);
      throw inactive(token === '' ? noSession(facts) : (await employees.whyNoSession(token)).because);
    },

    /** @throws {OtherAnswer} 403 `session_refresh_required` for a session that is too old to change anything */
    requireFresh({ issued_ms }: Session, { origin }: RequestFacts): void {
      if (issued_ms + privilegedMs >= center.wallClock.now()) return;
      const reason =
        'The login session is too old and thus not allowed to update these fields. Please re-authenticate.';
      const why = because('session-too-old', { at: new Date(issued_ms).toISOString() });
      throw kratosRefusal(why, 403, reason, 'session_refresh_required', {
        redirect_browser_to: `${origin}/kratos/self-service/login/browser?refresh=true`,
      });
    },

    /**
     * The flow that the parameter `flow` names. @throws {OtherAnswer} 400 for none or no UUID, 404 for an unknown one
     */
    flow(kind: FlowKind, id = '', { call }: RequestFacts): LoginFlow {
      if (!uuid.test(id)) {
        call.explain('REQUEST-01', `flow: expected the id of a ${kind} flow, as a parameter of the query`);
        const reason = 'The flow query parameter is missing or malformed.';
        throw kratosRefusal(because('flow-missing'), 400, reason);
      }
      const flow = flows.find(kind, id);
      if (flow) return flow;
      throw kratosRefusal(because('flow-unknown', { kind }), 404, 'No flow of this kind has this id.');
    },

    /** @throws {OtherAnswer} 410 `self_service_flow_expired`, with a new flow */
    requireAlive(flow: LoginFlow): void {
      if (!flows.hasExpired(flow)) return;
      const sinceMs = center.wallClock.now() - flow.expiresMs;
      const state = flow.kind === 'settings' ? 'show_form' : 'choose_method';
      const next = flows.begin(flow.kind, state, {
        ...(flow.kind === 'settings' ? { employeeGuid: flow.employeeGuid } : {}),
        refresh: flow.refresh,
        requestUrl: flow.requestUrl,
      });
      const reason = `The self-service flow expired ${(sinceMs / 60_000).toFixed(2)} minutes ago, initialize a new one.`;
      const at = new Date(flow.expiresMs).toISOString();
      throw kratosRefusal(because('flow-expired', { at }), 410, reason, 'self_service_flow_expired', {
        expired_at: at,
        since: sinceMs * 1_000_000,
        use_flow_id: next.id,
      });
    },
  };
}
