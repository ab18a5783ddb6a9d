import { control, controlToken, tokenWanted } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { stateVersion } from '../state/live.js';
import { Field, Form, type Given } from './form.js';
import { Page } from './page.js';
import { WrongInput } from './problem.js';

const texts = bilingual(
  {
    title: 'Control token',
    says: 'This mock was started with a control token (--control-token). Enter it, or a token that only reads; it is kept until you close this tab.',
    token: 'Token',
    signs: 'A token has Latin letters, digits and signs only: check the keyboard layout',
    enter: 'Enter',
    done: 'Token accepted',
  },
  {
    title: 'Токен керування',
    says: 'Цей імітатор запущено з токеном керування (--control-token). Введіть його або токен перегляду; він зберігається, доки відкрито цю вкладку.',
    token: 'Токен',
    signs: 'Токен складається лише з латинських літер, цифр і знаків: перевірте розкладку клавіатури',
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
        <Form label={t.title} submit={t.enter} run={(given) => enter(given, t.signs)} done={t.done}>
          <Field name="token" label={t.token} type="password" required autoComplete="current-password" />
        </Form>
      </div>
    </Page>
  );
}

/** @throws {WrongInput} with `problem` for what no header can carry */
async function enter({ token = '' }: Given, problem: string): Promise<void> {
  if (!/^[\x21-\x7e]*$/.test(token)) throw new WrongInput(problem);
  controlToken.set(token);
  await control.getClock({});
  tokenWanted.set(false);
  stateVersion.set(stateVersion.get() + 1);
}
