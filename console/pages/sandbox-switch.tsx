import { useState } from 'preact/hooks';
import { createClient } from '../../contract/client.js';
import { sandboxOperations } from '../../contract/control/sandboxes.js';
import { controlToken } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { sandbox, whole } from '../state/place.js';
import { Menu } from '../ui/menu.js';

const texts = bilingual(
  { other: 'Switch the sandbox', root: 'the mock itself' },
  { other: 'Перейти до іншої пісочниці', root: 'сам імітатор' },
);

/** Sandboxes that are shown; the page of all of them has the others. */
const mostShown = 100;

/** Asks the whole mock; a refusal says nothing about the token of this sandbox. */
const control = createClient(sandboxOperations, {
  baseUrl: location.origin + whole,
  headers: () => (controlToken.get() === '' ? {} : { authorization: `bearer ${controlToken.get()}` }),
  fetch: (input, init) => fetch(input, init),
});

/** Leads to another sandbox, or to the mock itself: for whoever may list them. */
export function SandboxSwitch() {
  const t = useText(texts);
  const [names, setNames] = useState<readonly string[]>([sandbox]);
  const list = async () => {
    const { sandboxes } = await control.listSandboxes({});
    const others = sandboxes.map(({ name }) => name).filter((name) => name !== sandbox);
    setNames([sandbox, ...others.sort().slice(0, mostShown)]);
  };
  return (
    <Menu
      label={t.other}
      icon="swap"
      kind="one"
      // Those that are known stay if the mock does not respond.
      opened={() => void list().catch(() => {})}
      items={[
        { title: t.root, checked: false, choose: () => location.assign(`${whole}/console`) },
        ...names.map((name) => ({
          title: name,
          checked: name === sandbox,
          choose: () => name !== sandbox && location.assign(`${whole}/s/${name}/console`),
        })),
      ]}
    />
  );
}
