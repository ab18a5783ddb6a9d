import { control, controlToken, tokenWanted } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { stateVersion } from '../state/live.js';
import { Field, Form, type Given } from './form.js';
import { Page } from './page.js';

const texts = bilingual(
  {
    title: 'Control token',
    says: 'This mock listens beyond its own machine, so its console is for those who know the token it was started with (--control-token). It is kept until this tab is closed.',
    token: 'Token',
    enter: 'Enter',
    done: 'Token accepted',
  },
  {
    title: 'Токен керування',
    says: 'Цей імітатор доступний не лише з комп’ютера, на якому працює, тому консолі потрібен токен, із яким його запущено (--control-token). Токен зберігається, доки відкрито вкладку.',
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
