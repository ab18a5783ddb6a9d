import { tokenWanted } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { useRoute } from '../state/route.js';
import { useSignal } from '../state/signal.js';
import { Link } from '../ui/link.js';
import { Page } from '../ui/page.js';
import { Shell } from '../ui/shell.js';
import { TokenPrompt } from '../ui/token-prompt.js';
import { Board } from './board.js';
import { Callbacks } from './callbacks.js';
import { Clock } from './clock.js';
import { Counterparties } from './counterparties.js';
import { Counterparty } from './counterparty.js';
import { Entities } from './entities.js';
import { Status } from './header.js';
import { Identifiers } from './identifiers.js';
import { Journal } from './journal.js';
import { JournalEntry } from './journal-entry.js';
import { Mailbox } from './mailbox.js';
import { Profile } from './profile.js';
import { Recons } from './recons.js';
import { Report } from './report.js';
import { Transfer } from './transfer.js';
import { Transfers } from './transfers.js';

const texts = bilingual(
  {
    brand: 'DCM console',
    board: 'Board',
    counterparties: 'Counterparties',
    identifiers: 'Identifier requests',
    entities: 'Entities',
    transfers: 'Transfers',
    journal: 'Journal',
    callbacks: 'Callbacks',
    recons: 'Reconciliation',
    mailbox: 'Mailbox',
    clock: 'Clock',
    profile: 'Profile',
    report: 'Latest report',
    docs: 'API operations',
    fidelity: 'What is documented',
    unknown: 'No such page',
    unknownSays: 'The address may be mistyped. The menu has all pages.',
    home: 'To the first page',
  },
  {
    brand: 'Консоль DCM',
    board: 'Дошка',
    counterparties: 'Контрагенти',
    identifiers: 'Запити на ідентифікатори',
    entities: 'Сутності',
    transfers: 'Перекази',
    journal: 'Журнал',
    callbacks: 'Зворотні виклики',
    recons: 'Звірки',
    mailbox: 'Скринька',
    clock: 'Годинник',
    profile: 'Профіль',
    report: 'Останній звіт',
    docs: 'Операції API (англ.)',
    fidelity: 'Що задокументовано (англ.)',
    unknown: 'Такої сторінки немає',
    unknownSays: 'Можливо, в адресі помилка. Усі сторінки є в меню.',
    home: 'На першу сторінку',
  },
);

/** Pages by the first segment of the path; the second one, when there is, names what it shows. */
const pages = {
  board: () => <Board />,
  counterparties: (id?: string) =>
    id === undefined ? <Counterparties /> : <Counterparty key={id} guid={id} />,
  identifiers: () => <Identifiers />,
  entities: () => <Entities />,
  transfers: (id?: string) => (id === undefined ? <Transfers /> : <Transfer key={id} guid={id} />),
  journal: (id?: string) => (id === undefined ? <Journal /> : <JournalEntry key={id} seq={Number(id)} />),
  callbacks: () => <Callbacks />,
  recons: () => <Recons />,
  mailbox: () => <Mailbox />,
  clock: () => <Clock />,
  profile: () => <Profile />,
  report: () => <Report />,
} as const;
type PageName = keyof typeof pages;

const first: PageName = 'board';

const groups: readonly (readonly PageName[])[] = [
  ['board', 'counterparties', 'identifiers', 'entities', 'transfers', 'recons'],
  ['journal', 'callbacks', 'mailbox'],
  ['clock', 'profile', 'report'],
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
  const elsewhere = (['docs', 'fidelity'] as const).map((one) => ({
    to: `/${one}`,
    title: t[one],
    current: false,
    outside: true,
  }));
  return (
    <Shell
      brand={t.brand}
      home="/console"
      nav={locked ? [] : [...nav, elsewhere]}
      status={!locked && <Status />}
    >
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
