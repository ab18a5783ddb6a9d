import type { z } from 'zod';
import type { recoveryOperations } from '../../contract/operations/recovery.js';
import { passwordProblems } from '../../contract/password-policy.js';
import type { Employee } from '../domain/employees-collection.js';
import type { Domain } from '../domain/index.js';
import { type Because, because } from '../domain/refusal.js';
import { accessOf, opens } from '../domain/sessions.js';
import type { Handlers, RequestFacts } from './handler.js';
import { messages } from './kratos-messages.js';
import {
  begunBy,
  identityView,
  inactive,
  kratosRefusal,
  kratosRequests,
  orEnded,
  sentBack,
} from './kratos-session.js';
import { flowView } from './kratos-views.js';
import type { LoginFlow, LoginFlows } from './login-flows.js';

const mostAttempts = 5;

type RecoveryBody = z.infer<typeof recoveryOperations.submitRecovery.body>;

/** Why a code does not open the flow. */
function whyWrong({ code, attempts }: LoginFlow): Because {
  if (attempts > mostAttempts) return because('recovery-attempts', { most: mostAttempts });
  return because(code === '' ? 'recovery-no-code' : 'recovery-code');
}

/** Sends a new code by mail, and stores it in the flow. */
async function sendCode({ mailbox, center }: Domain, flow: LoginFlow, employee: Employee): Promise<void> {
  const number = Buffer.from(center.chance.bytes('recovery-code', 4)).readUInt32BE() % 1_000_000;
  flow.code = String(number).padStart(6, '0');
  flow.employeeGuid = employee.guid;
  flow.access = accessOf(employee);
  await center.store.write((tx) =>
    mailbox.send(tx, {
      to: employee.email,
      kind: 'recovery-code',
      subject: 'Recover access to your account',
      text: `Your recovery code: ${flow.code}`,
      code: flow.code,
    }),
  );
}

/** A forgotten password, and a new one, as Kratos offers them to native applications (UG-EMP, ORY). */
export function recoveryHandlers(domain: Domain, flows: LoginFlows): Handlers<typeof recoveryOperations> {
  const { employees } = domain;
  const requests = kratosRequests(domain, flows);

  async function refuseLoggedIn(facts: RequestFacts): Promise<void> {
    if (!(await requests.present(facts))) return;
    const reason = 'A valid session was detected and thus recovery is not possible.';
    throw kratosRefusal(because('recovery-logged-in'), 400, reason, 'session_already_available');
  }

  /** The code is right: a session and a settings flow follow. */
  async function takeCode(flow: LoginFlow, code: string, facts: RequestFacts) {
    flow.attempts += 1;
    const right = flow.code !== '' && code === flow.code;
    const wrong = (why: Because) => sentBack(why, flow, facts, messages.wrongCode);
    if (!right || flow.attempts > mostAttempts) throw wrong(whyWrong(flow));
    // Used up before anything is awaited, so that it works only once; restored if no session was created.
    flow.code = '';
    const begin = async () => {
      const employee = await employees.get(flow.employeeGuid);
      if (!employee || !opens(employee, flow)) throw wrong(because('recovery-outdated'));
      return { employee, ...(await employees.beginSession(employee)) };
    };
    const { employee, token } = await begin().catch((error: unknown) => {
      flow.code ||= code;
      return orEnded(() => wrong(because('recovery-outdated')))(error);
    });
    flow.state = 'passed_challenge';
    const settings = flows.begin('settings', 'show_form', { employeeGuid: employee.guid, ...begunBy(facts) });
    const url = `${facts.origin}/kratos/self-service/settings?flow=${settings.id}`;
    return {
      ...flowView(flow, facts, [messages.recovered]),
      continue_with: [
        { action: 'set_ory_session_token' as const, ory_session_token: token },
        { action: 'show_settings_ui' as const, flow: { id: settings.id, url } },
      ],
    };
  }

  /** Sends a code, or takes one. */
  async function recover(flow: LoginFlow, body: RecoveryBody, facts: RequestFacts) {
    requests.requireAlive(flow);
    // Kratos' default; links are not switched on here.
    if (body.method !== 'code') {
      facts.call.explain('REQUEST-01', 'method: expected "code"');
      throw sentBack(because('recovery-method'), flow, facts, messages.noRecoveryMethod);
    }
    if (body.code) return takeCode(flow, body.code, facts);
    await refuseLoggedIn(facts);
    if (!body.email) throw sentBack(because('recovery-email'), flow, facts, messages.emailMissing);
    flow.state = 'sent_email';
    const employee = await employees.byEmail(body.email);
    // As Kratos does, the answer is the same for an unknown address, so that addresses cannot be guessed.
    if (employee && !employee.is_disabled) await sendCode(domain, flow, employee);
    return flowView(flow, facts, [messages.codeSent]);
  }

  return {
    createRecoveryFlow: async (_input, facts) => {
      await refuseLoggedIn(facts);
      return flowView(flows.begin('recovery', 'choose_method', begunBy(facts)), facts);
    },

    submitRecovery: async ({ query, body }, facts) => {
      const flow = requests.flow('recovery', query.flow, facts);
      return recover(flow, body, facts).finally(() => flows.keep(flow));
    },

    createSettingsFlow: async (_input, facts) => {
      const { employee } = await requests.required(facts);
      const flow = flows.begin('settings', 'show_form', { employeeGuid: employee.guid, ...begunBy(facts) });
      return { ...flowView(flow, facts), identity: identityView(employee, facts.origin) };
    },

    submitSettings: async ({ query, body }, facts) => {
      const { employee, session } = await requests.required(facts);
      const flow = requests.flow('settings', query.flow, facts);
      if (flow.employeeGuid !== employee.guid) {
        const reason = 'The flow belongs to another identity.';
        throw kratosRefusal(because('flow-of-another'), 403, reason, 'security_identity_mismatch');
      }
      requests.requireAlive(flow);
      const identity = identityView(employee, facts.origin);
      if (body.method !== 'password') {
        facts.call.explain('REQUEST-01', 'method: expected "password"');
        throw sentBack(because('settings-method'), flow, facts, messages.noSettingsMethod, { identity });
      }
      requests.requireFresh(session, facts);
      const problems = passwordProblems(body.password ?? '');
      if (problems.length > 0) {
        const text = `The password needs ${problems.join(', ')}.`;
        const why = because('password-weak', { problems: problems.join(', ') });
        throw sentBack(why, flow, facts, { id: 4000005, type: 'error', text }, { identity });
      }
      await employees
        .setPassword(employee.guid, body.password ?? '', session)
        .catch(orEnded(() => inactive(because('session-ended-meanwhile'))));
      flow.state = 'success';
      flows.keep(flow);
      return { ...flowView(flow, facts, [messages.saved]), identity };
    },
  };
}
