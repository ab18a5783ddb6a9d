import { ApiError } from '../../contract/client.js';
import { useAct } from '../state/act.js';
import { useText } from '../state/language.js';
import { useSignal } from '../state/signal.js';
import { Button } from '../ui/button.js';
import { Field, Form, type Given } from '../ui/form.js';
import { Link } from '../ui/link.js';
import { Page } from '../ui/page.js';
import { Explained, explained } from './explained.js';
import { base, dcm, session, sessionEnd } from './site.js';
import { backofficeTexts } from './texts.js';

/** Value of the hidden field that every form of a flow sends back. */
export const csrfOf = (flow: {
  readonly ui: {
    readonly nodes: readonly {
      readonly attributes: { readonly name: string; readonly value?: string | undefined };
    }[];
  };
}): string =>
  flow.ui.nodes.find(({ attributes }) => attributes.name === 'csrf_token')?.attributes.value ?? '';

/**
 * Login by e-mail and password, as page AUTH describes it. The address stays that of the page that was wanted, so the
 * employee is there afterwards.
 */
export function Login() {
  const t = useText(backofficeTexts);
  const end = useSignal(sessionEnd);
  return (
    <Page title={t.login} {...(end ? {} : { says: t.loginSays })}>
      {end && (
        <div class="problem" role="alert" data-testid="session-end">
          <p>
            <strong>{t.ended}</strong> {t.endedDo}
          </p>
          {end.hint !== '' && <Explained of={{ ...end, status: 401 }} />}
        </div>
      )}
      <div class="card narrow">
        <Form
          label={t.login}
          run={logIn}
          done={t.loggedIn}
          advice={(problem) => (
            <>
              {problem instanceof ApiError && problem.status === 400 && <p class="hint">{t.wrong}</p>}
              {explained(problem)}
            </>
          )}
        >
          <Field name="email" label={t.email} type="email" required autoComplete="username" />
          <Field
            name="password"
            label={t.password}
            type="password"
            required
            autoComplete="current-password"
          />
        </Form>
        <p class="hint">
          <Link to={`${base}/reset-password/`}>{t.forgot}</Link>
        </p>
      </div>
    </Page>
  );
}

async function logIn({ email = '', password = '' }: Given): Promise<void> {
  const flow = await dcm.createLoginFlow({});
  const { session_token } = await dcm.submitLogin({
    query: { flow: flow.id },
    body: { csrf_token: csrfOf(flow), method: 'password', identifier: email, password },
  });
  session.set(session_token);
}

export function LogoutButton() {
  const t = useText(backofficeTexts);
  return <Button label={t.logout} look="small" act={useAct()} run={logOut} done={t.loggedOut} />;
}

async function logOut(): Promise<void> {
  const token = session.get();
  session.set('');
  await dcm.logout({ body: { session_token: token } });
}
