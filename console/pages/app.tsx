import { tokenWanted } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { useRoute } from '../state/route.js';
import { useSignal } from '../state/signal.js';
import { Link } from '../ui/link.js';
import { Page } from '../ui/page.js';
import { Shell } from '../ui/shell.js';
import { TokenPrompt } from '../ui/token-prompt.js';
import { Clock } from './clock.js';
import { Counterparties } from './counterparties.js';
import { Counterparty } from './counterparty.js';
import { Entities } from './entities.js';
import { Status } from './header.js';
import { Identifiers } from './identifiers.js';
import { Profile } from './profile.js';
import { Recons } from './recons.js';

const texts = bilingual(
  {
    brand: 'DCM console',
    counterparties: 'Counterparties',
    identifiers: 'Identifier requests',
    entities: 'Entities',
    recons: 'Reconciliation',
    clock: 'Clock',
    profile: 'Profile',
    unknown: 'No such page',
    unknownSays: 'The address may be mistyped. The menu has all pages.',
    home: 'To the first page',
  },
  {
    brand: 'Консоль DCM',
    counterparties: 'Контрагенти',
    identifiers: 'Запити на ідентифікатори',
    entities: 'Сутності',
    recons: 'Звірки',
    clock: 'Годинник',
    profile: 'Профіль',
    unknown: 'Такої сторінки немає',
    unknownSays: 'Можливо, в адресі помилка. Усі сторінки є в меню.',
    home: 'На першу сторінку',
  },
);

/** Pages by the first segment of the path; the second one, when there is, names what it shows. */
const pages = {
  counterparties: (id?: string) =>
    id === undefined ? <Counterparties /> : <Counterparty key={id} guid={id} />,
  identifiers: () => <Identifiers />,
  entities: () => <Entities />,
  recons: () => <Recons />,
  clock: () => <Clock />,
  profile: () => <Profile />,
} as const;
type PageName = keyof typeof pages;

const first: PageName = 'counterparties';

const groups: readonly (readonly PageName[])[] = [
  ['counterparties', 'identifiers', 'entities', 'recons'],
  ['clock', 'profile'],
];

const isPage = (name: string): name is PageName => Object.hasOwn(pages, name);
const addressOf = (name: PageName) => (name === first ? '/console' : `/console/${name}`);

export function App() {
  const t = useText(texts);
  const [name = first, id] = useRoute('/console').path;
  const locked = useSignal(tokenWanted);
  const nav = groups.map((group) =>
    group.map((one) => ({ to: addressOf(one), title: t[one], current: one === name })),
  );
  return (
    <Shell brand={t.brand} home="/console" nav={locked ? [] : nav} status={!locked && <Status />}>
      {locked ? (
        <TokenPrompt />
      ) : isPage(name) ? (
        pages[name](id)
      ) : (
        <Page title={t.unknown} says={t.unknownSays}>
          <Link to="/console">{t.home}</Link>
        </Page>
      )}
    </Shell>
  );
}
