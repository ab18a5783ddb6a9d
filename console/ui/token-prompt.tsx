import { control, controlToken, tokenWanted } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { stateVersion } from '../state/live.js';
import { Field, Form, type Given } from './form.js';
import { Page } from './page.js';

const texts = bilingual(
  {
    title: 'Control token',
    says: 'This mock accepts connections from other hosts, so the console requires the token that the mock was started with (--control-token). The token is kept until you close this tab.',
    token: 'Token',
    enter: 'Enter',
    done: 'Token accepted',
  },
  {
    title: 'Токен керування',
    says: 'Цей імітатор доступний з інших комп’ютерів, тому для консолі потрібен токен, із яким його запущено (--control-token). Токен зберігається, доки відкрито цю вкладку.',
    token: 'Токен',
    enter: 'Увійти',
    done: 'Токен прийнято',
  },
);

/** Asks once for the control token. */
export function TokenPrompt() {
  const t = useText(texts);
  return (
    <Page title={t.title} says={t.says}>
      <div class="card narrow">
        <Form label={t.title} submit={t.enter} run={enter} done={t.done}>
          <Field name="token" label={t.token} type="password" required autoComplete="current-password" />
        </Form>
      </div>
    </Page>
  );
}

async function enter({ token = '' }: Given): Promise<void> {
  controlToken.set(token);
  await control.getClock({});
  tokenWanted.set(false);
  stateVersion.set(stateVersion.get() + 1);
}
