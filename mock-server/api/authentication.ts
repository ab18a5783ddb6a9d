import type { operations } from '../../contract/operations/index.js';
import type { Employee, Session } from '../domain/collections.js';

import type { Domain } from '../domain/index.js';
import { passwordProblems } from '../domain/passwords.js';
import { Refusal } from '../domain/refusal.js';
import { opens } from '../domain/sessions.js';
import type { DcmKeys } from '../keys.js';
import { type Handlers, OtherAnswer, type RequestFacts } from './handler.js';
import { flowView, type UiMessage } from './kratos-views.js';
import type { FlowKind, LoginFlow, LoginFlows } from './login-flows.js';

type Authentication = Pick<
  typeof operations,
  | 'createLoginFlow'
  | 'submitLogin'
  | 'createRecoveryFlow'
  | 'submitRecovery'
  | 'createSettingsFlow'
  | 'submitSettings'
  | 'logout'
  | 'getDcmJwks'
>;

/** Kratos' numbers and words of its messages (U-11). */
const messages = {
  wrongCredentials: {
    id: 4000006,
    type: 'error',
    text: 'The provided credentials are invalid, check for spelling mistakes in your password or username, email address, or phone number.',
  },
  codeSent: {
    id: 1060003,
    type: 'info',
    text: 'An email containing a recovery code has been sent to the email address you provided.',
  },
  wrongCode: {
    id: 4060006,
    type: 'error',
    text: 'The recovery code is invalid or has already been used. Please try again.',
  },
  recovered: {
    id: 1060001,
    type: 'success',
    text: 'You successfully recovered your account. Please change your password or set up an alternative login method.',
  },
  saved: { id: 1050001, type: 'success', text: 'Your changes have been saved!' },
} as const satisfies Record<string, UiMessage>;

const mostAttempts = 5;

const kratosError = (status: number, id: string, reason: string) =>
  new OtherAnswer(
    status,
    {
      error: {
        id,
        code: status,
        status: status === 401 ? 'Unauthorized' : 'Bad Request',
        reason,
        message: reason,
      },
    },
    status === 401 ? 'session' : 'invalid',
  );

const inactive = () => kratosError(401, 'session_inactive', 'No active session was found in this request.');

/** What is answered when the employee was disabled, or got another password, while this was under way. */
const endedMeanwhile = (answer: () => OtherAnswer) => (error: unknown) => {
  throw error instanceof Refusal ? answer() : error;
};

/** Login, recovery and settings as Kratos offers them, and DCM's keys (AUTH, JWTF). */
export function authenticationHandlers(
  { employees, mailbox, center }: Domain,
  flows: LoginFlows,
  keys: DcmKeys,
): Handlers<Authentication> {
  const { chance, store } = center;

  const identityView = (employee: Employee, origin: string) => ({
    id: employee.guid,
    schema_id: 'default',
    schema_url: `${origin}/kratos/schemas/default`,
    traits: { email: employee.email },
  });

  const sessionView = (session: Session, employee: Employee, origin: string) => ({
    id: session.guid,
    active: true,
    authenticated_at: new Date(session.issued_ms).toISOString(),
    issued_at: new Date(session.issued_ms).toISOString(),
    expires_at: new Date(session.expires_ms).toISOString(),
    identity: identityView(employee, origin),
  });

  function flowOf(kind: FlowKind, id: string): LoginFlow {
    const flow = flows.find(kind, id);
    if (flow) return flow;
    throw new OtherAnswer(
      410,
      {
        error: {
          id: 'self_service_flow_expired',
          code: 410,
          status: 'Gone',
          reason: 'The flow is unknown or has expired; start a new one.',
          message: 'self-service flow expired',
        },
      },
      'invalid',
    );
  }

  /** Whose session the header X-Session-Token names. */
  async function sessionOf({ headers }: RequestFacts) {
    const session = await employees.sessionOf(headers['x-session-token'] ?? '');
    if (!session) throw inactive();
    return session;
  }

  const begin = (employee: Employee, otherwise: () => OtherAnswer) =>
    employees.beginSession(employee).catch(endedMeanwhile(otherwise));

  const back = (flow: LoginFlow, facts: RequestFacts, message: UiMessage) =>
    new OtherAnswer(400, flowView(flow, facts, [message]), 'credential');

  return {
    createLoginFlow: async (_input, facts) => flowView(flows.begin('login', 'choose_method'), facts),

    submitLogin: async ({ query, body }, facts) => {
      const flow = flowOf('login', query.flow);
      if (body.method !== 'password') {
        throw new Refusal('invalid-member', { member: 'method', problem: 'expected "password"' });
      }
      const email = body.identifier ?? body.password_identifier ?? '';
      const employee = await employees.authenticate(email, body.password ?? '');
      if (!employee) throw back(flow, facts, messages.wrongCredentials);
      const { token, session } = await begin(employee, () => back(flow, facts, messages.wrongCredentials));
      flows.forget(flow);
      return { session_token: token, session: sessionView(session, employee, facts.origin) };
    },

    createRecoveryFlow: async (_input, facts) => flowView(flows.begin('recovery', 'choose_method'), facts),

    submitRecovery: async ({ query, body }, facts) => {
      const flow = flowOf('recovery', query.flow);
      if (body.code) {
        flow.attempts += 1;
        const right = flow.code !== '' && body.code === flow.code;
        const employee = right ? await employees.get(flow.employeeGuid) : undefined;
        const wrong = () => back(flow, facts, messages.wrongCode);
        if (!employee || !opens(employee, flow) || flow.attempts > mostAttempts) throw wrong();
        flow.code = '';
        const { token } = await begin(employee, wrong);
        flow.state = 'passed_challenge';
        const settings = flows.begin('settings', 'show_form', employee.guid);
        return {
          ...flowView(flow, facts, [messages.recovered]),
          continue_with: [
            { action: 'set_ory_session_token' as const, ory_session_token: token },
            {
              action: 'show_settings_ui' as const,
              flow: {
                id: settings.id,
                url: `${facts.origin}/kratos/self-service/settings?flow=${settings.id}`,
              },
            },
          ],
        };
      }
      const employee = body.email ? await employees.byEmail(body.email) : undefined;
      if (!body.email) throw new Refusal('invalid-member', { member: 'email', problem: 'required' });
      flow.state = 'sent_email';
      // As Kratos does, the answer is the same for an unknown address, so that addresses cannot be guessed.
      if (employee && !employee.is_disabled) {
        const number = Buffer.from(chance.bytes('recovery-code', 4)).readUInt32BE() % 1_000_000;
        flow.code = String(number).padStart(6, '0');
        flow.employeeGuid = employee.guid;
        flow.access = employee.access ?? 0;
        await store.write((tx) =>
          mailbox.send(tx, {
            to: employee.email,
            kind: 'recovery-code',
            subject: 'Recover access to your account',
            text: `Your recovery code: ${flow.code}`,
            code: flow.code,
          }),
        );
      }
      return flowView(flow, facts, [messages.codeSent]);
    },

    createSettingsFlow: async (_input, facts) => {
      const { employee } = await sessionOf(facts);
      const flow = flows.begin('settings', 'show_form', employee.guid);
      return { ...flowView(flow, facts), identity: identityView(employee, facts.origin) };
    },

    submitSettings: async ({ query, body }, facts) => {
      const { employee, session } = await sessionOf(facts);
      const flow = flowOf('settings', query.flow);
      if (flow.employeeGuid !== employee.guid) {
        throw kratosError(401, 'session_inactive', 'The flow belongs to another identity.');
      }
      const problems = passwordProblems(body.password ?? '');
      if (problems.length > 0) {
        const text = `The password needs ${problems.join(', ')}.`;
        throw back(flow, facts, { id: 4000005, type: 'error', text });
      }
      await employees
        .setPassword(employee.guid, body.password ?? '', session)
        .catch(endedMeanwhile(inactive));
      flow.state = 'success';
      return {
        ...flowView(flow, facts, [messages.saved]),
        identity: identityView(employee, facts.origin),
      };
    },

    logout: async ({ body }) => {
      await employees.endSession(body.session_token);
      return {};
    },

    getDcmJwks: async () => ({ keys: [...keys.published] }),
  };
}
