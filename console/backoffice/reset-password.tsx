import { useState } from 'preact/hooks';
import { useText } from '../state/language.js';
import { at } from '../state/place.js';
import { navigate } from '../state/route.js';
import { Field, Form } from '../ui/form.js';
import { Link } from '../ui/link.js';
import { Page } from '../ui/page.js';
import { csrfOf } from './login.js';
import { base, dcm, session } from './site.js';
import { backofficeTexts } from './texts.js';

/** Progress: nothing sent, code sent, code accepted. */
type Stage =
  | { readonly kind: 'email' }
  | { readonly kind: 'code'; readonly flow: string; readonly csrf: string }
  | { readonly kind: 'password'; readonly flow: string; readonly token: string };

/** `/reset-password/?email=`: the e-mail, the code sent to it, a new password (UG-EMP). */
export function ResetPassword({ email }: { readonly email: string }) {
  const t = useText(backofficeTexts);
  const [stage, setStage] = useState<Stage>({ kind: 'email' });
  return (
    <Page title={t.reset} says={t.resetSays}>
      <div class="card narrow">
        {stage.kind === 'email' && <AskForCode email={email} go={setStage} />}
        {stage.kind === 'code' && <EnterCode stage={stage} go={setStage} />}
        {stage.kind === 'password' && <ChoosePassword stage={stage} />}
        <p class="hint">
          <Link to={base}>{t.toLogin}</Link>
        </p>
      </div>
    </Page>
  );
}

type Go = (stage: Stage) => void;

function AskForCode({ email, go }: { readonly email: string; readonly go: Go }) {
  const t = useText(backofficeTexts);
  return (
    <Form
      label={t.sendCode}
      done={t.codeSent}
      run={async ({ email: to = '' }) => {
        const flow = await dcm.createRecoveryFlow({});
        const csrf = csrfOf(flow);
        const body = { csrf_token: csrf, method: 'code', email: to };
        await dcm.submitRecovery({ query: { flow: flow.id }, body });
        go({ kind: 'code', flow: flow.id, csrf });
      }}
    >
      <Field name="email" label={t.email} type="email" value={email} required autoComplete="username" />
    </Form>
  );
}

function EnterCode({ stage, go }: { readonly stage: Extract<Stage, { kind: 'code' }>; readonly go: Go }) {
  const t = useText(backofficeTexts);
  return (
    <>
      <Form
        label={t.checkCode}
        done={t.codeRight}
        run={async ({ code = '' }) => {
          const body = { csrf_token: stage.csrf, method: 'code', code };
          const { continue_with = [] } = await dcm.submitRecovery({ query: { flow: stage.flow }, body });
          let token = '';
          let flow = '';
          for (const next of continue_with) {
            if (next.action === 'set_ory_session_token') token = next.ory_session_token;
            else flow = next.flow.id;
          }
          go({ kind: 'password', flow, token });
        }}
      >
        <Field key="code" name="code" label={t.code} required autoComplete="one-time-code" />
      </Form>
      <p class="hint">
        {t.codeHint}{' '}
        <a href={at('/console/mailbox')} target="_blank" rel="noreferrer">
          {t.mailbox}
        </a>
      </p>
    </>
  );
}

function ChoosePassword({ stage }: { readonly stage: Extract<Stage, { kind: 'password' }> }) {
  const t = useText(backofficeTexts);
  return (
    <Form
      label={t.setPassword}
      done={t.passwordSet}
      run={async ({ password = '' }) => {
        await dcm.submitSettings({
          query: { flow: stage.flow },
          body: { method: 'password', password },
          headers: { 'x-session-token': stage.token },
        });
        // The recovery session was only for this.
        session.set('');
        navigate(base);
      }}
    >
      <Field
        name="password"
        label={t.newPassword}
        type="password"
        hint={t.passwordHint}
        required
        autoComplete="new-password"
      />
    </Form>
  );
}
