import type { authenticationOperations } from '../../contract/operations/authentication.js';
import type { Domain } from '../domain/index.js';
import { type Because, because } from '../domain/refusal.js';
import { amongFurther } from '../further-keys.js';
import type { DcmKeys } from '../keys.js';
import type { Handlers } from './handler.js';
import { messages } from './kratos-messages.js';
import { begunBy, kratosRefusal, kratosRequests, orEnded, sentBack, sessionView } from './kratos-session.js';
import { flowView } from './kratos-views.js';
import type { LoginFlows } from './login-flows.js';

/** Login, sessions and logout as Kratos offers them to native applications, and DCM's keys (AUTH, JWTF). */
export function authenticationHandlers(
  domain: Domain,
  flows: LoginFlows,
  keys: DcmKeys,
): Handlers<typeof authenticationOperations> {
  const { employees } = domain;
  const requests = kratosRequests(domain, flows);

  return {
    createLoginFlow: async ({ query: { refresh, aal = 'aal1' } }, facts) => {
      if (!/^aal[12]$/.test(aal)) {
        const reason = `Unable to parse AuthenticationMethod Assurance Level (AAL): ${aal}`;
        throw kratosRefusal(because('aal-unknown'), 400, reason);
      }
      const session = await requests.present(facts);
      const again = session !== undefined && refresh === 'true';
      if (session && !again) {
        const why = because('logged-in-already');
        throw kratosRefusal(why, 400, messages.loggedIn.text, 'session_already_available');
      }
      if (aal !== 'aal1') {
        const reason = 'You can not requested a higher AAL (AAL2/AAL3) without an active session.';
        throw kratosRefusal(because('aal-needs-session'), 401, reason, 'session_aal1_required');
      }
      return flowView(flows.begin('login', 'choose_method', { refresh: again, ...begunBy(facts) }), facts);
    },

    submitLogin: async ({ query, body }, facts) => {
      const flow = requests.flow('login', query.flow, facts);
      if (!flow.refresh && (await requests.present(facts)))
        throw sentBack(because('logged-in-already'), flow, facts, messages.loggedIn);
      requests.requireAlive(flow);
      if (body.method !== 'password') {
        facts.call.explain('REQUEST-01', 'method: expected "password"');
        throw sentBack(because('login-method'), flow, facts, messages.noLoginMethod);
      }
      const email = body.identifier ?? body.password_identifier ?? '';
      const employee = await employees.authenticate(email, body.password ?? '');
      const wrong = (why: Because) => sentBack(why, flow, facts, messages.wrongCredentials);
      if (!employee) throw wrong(because(await employees.whyNotAuthentic(email)));
      const { token, session } = await employees
        .beginSession(employee)
        .catch(orEnded(() => wrong(because('login-raced'))));
      return { session_token: token, session: sessionView(session, employee, facts.origin) };
    },

    whoami: async (_input, facts) => {
      const { session, employee } = await requests.required(facts);
      facts.answerHeaders['x-kratos-authenticated-identity-id'] = employee.guid;
      return sessionView(session, employee, facts.origin);
    },

    logout: async ({ body }) => {
      if (await employees.endSession(body.session_token)) return {};
      const reason = 'The provided Ory Session Token could not be found, is invalid, or otherwise malformed.';
      throw kratosRefusal(because('logout-token'), 403, reason);
    },

    getDcmJwks: async (_input, { call }) => {
      const { faults, profile } = domain.center;
      if (faults.take('no-keys', call)) return { keys: [] };
      const own = [...keys.published];
      return { keys: profile().jwks === 'further' ? await amongFurther(own) : own };
    },
  };
}
