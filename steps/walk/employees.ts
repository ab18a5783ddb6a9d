import { errorText } from '../../contract/client.js';
import { wholeList } from '../../contract/control/portions.js';
import { isRefusal, preparing } from '../blocked.js';
import type { Attempt } from '../checks/outcomes.js';
import type { Stage } from '../stage.js';

type Headers = Readonly<Record<string, string>>;

/** Employees in DCM's interface, as the harness plays them: passwords, logins, and acts of their own. */
export function createEmployees(stage: { readonly dcm: Pick<Stage['dcm'], 'api' | 'control'> }) {
  const { api, control } = stage.dcm;
  /** Sets a password as a person does: recovery by e-mail, the code from the mail, the settings form. */
  async function setPassword(email: string, password: string): Promise<void> {
    const flow = await api.createRecoveryFlow({});
    await api.submitRecovery({ query: { flow: flow.id }, body: { method: 'code', email } });
    const mails = await wholeList(
      (query) => control.listMail({ query: { to: email, ...query } }),
      (answer) => answer.mails,
    );
    const code = mails.find((mail) => mail.kind === 'recovery-code')?.code ?? '';
    const recovered = await api.submitRecovery({ query: { flow: flow.id }, body: { method: 'code', code } });
    let token = '';
    let settings = '';
    for (const next of recovered.continue_with ?? []) {
      if (next.action === 'set_ory_session_token') token = next.ory_session_token;
      else settings = next.flow.id;
    }
    await api.submitSettings({
      query: { flow: settings },
      body: { method: 'password', password },
      headers: { 'x-session-token': token },
    });
  }

  return { setPassword, ...createSessions(api) };
}

/** Sessions of employees, by login flows as a client goes through them. */
export function createSessions(api: Stage['dcm']['api']) {
  const sessions = new Map<string, Promise<Headers>>();

  async function logIn(email: string, password: string): Promise<Headers> {
    const flow = await api.createLoginFlow({});
    const { session_token } = await api.submitLogin({
      query: { flow: flow.id },
      body: { method: 'password', identifier: email, password },
    });
    return { authorization: `bearer ${session_token}` };
  }

  return {
    /** Sessions are dead: the next one begins with a login. */
    forget(): void {
      sessions.clear();
    },

    /** Credentials of an employee; logged in once per run. */
    session(email: string, password: string): Promise<Headers> {
      const key = `${email}\n${password}`;
      const known = sessions.get(key) ?? preparing(`log in as ${email}`, () => logIn(email, password));
      sessions.set(key, known);
      return known;
    },
  };
}

/** Tries something that DCM may refuse. Anything but a refusal passes through as an error. */
export async function attempt<Result>(
  work: () => Promise<Result>,
): Promise<Attempt & { readonly result?: Result }> {
  try {
    return { ok: true, status: 200, reason: '', error: '', result: await work() };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { ok: false, status: error.status, reason: error.reason, error: errorText(error.body) };
  }
}
