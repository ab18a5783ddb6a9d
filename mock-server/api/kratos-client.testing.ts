import { Configuration, FrontendApi } from '@ory/kratos-client';
import { expect } from 'vitest';
import { listening } from '../listening.testing.js';
import { createTestMock } from '../mock.testing.js';
import { register } from '../world.testing.js';

export const email = 'first@bank1.test';
export const password = 'Correct-Horse-7';

/** A bank whose first employee is invited, and Ory's own published client for native applications. */
export async function kratosWorld() {
  const mock = await createTestMock();
  const { guid } = await register(mock);
  await mock.control.inviteEmployee({ params: { guid }, body: { email } });
  const ory = new FrontendApi(new Configuration({ basePath: `${await listening(mock.app)}/kratos` }));
  const codeOf = async () => {
    const { mails } = await mock.control.listMail({ query: { to: email } });
    return mails.find(({ kind }) => kind === 'recovery-code')?.code ?? '';
  };

  /** The whole recovery, to the session and the settings flow that it ends in. */
  async function recovered() {
    const { data: flow } = await ory.createNativeRecoveryFlow();
    const body = { method: 'code', email } as const;
    const sent = await ory.updateRecoveryFlow({ flow: flow.id, updateRecoveryFlowBody: body });
    expect([flow.state, sent.data.state, sent.data.ui.messages?.[0]?.id]).toEqual([
      'choose_method',
      'sent_email',
      1060003,
    ]);
    const { data } = await ory.updateRecoveryFlow({
      flow: flow.id,
      updateRecoveryFlowBody: { method: 'code', code: await codeOf() },
    });
    expect(data.state).toBe('passed_challenge');
    let xSessionToken = '';
    let settings = '';
    for (const continueWith of data.continue_with ?? []) {
      if (continueWith.action === 'set_ory_session_token') xSessionToken = continueWith.ory_session_token;
      if (continueWith.action === 'show_settings_ui') settings = continueWith.flow.id;
    }
    return { xSessionToken, settings };
  }

  return { mock, guid, ory, recovered };
}

/** Status and body of a refusal. */
export async function refused(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const response = error instanceof Error && 'response' in error ? error.response : undefined;
  if (response === undefined) throw new Error('not refused by an answer', { cause: error });
  const { status, data } = response as { status: number; data: unknown };
  return { status, body: data };
}
