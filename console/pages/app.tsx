import type { ComponentType } from 'preact';
import { shownAlone } from '../browser.js';
import { tokenWanted } from '../state/control.js';
import { type Bilingual, bilingual, useLanguage, useText } from '../state/language.js';
import { useRoute } from '../state/route.js';
import { useSignal } from '../state/signal.js';
import { lazily } from '../ui/lazily.js';
import { Link } from '../ui/link.js';
import { Page } from '../ui/page.js';
import { Shell } from '../ui/shell.js';
import { TokenPrompt } from '../ui/token-prompt.js';
import { Board } from './board.js';
import { boardTexts } from './board.texts.js';
import { Callbacks, callbacksTexts } from './callbacks.js';
import { Clock, clockTexts } from './clock.js';
import { Counterparties, counterpartiesTexts } from './counterparties.js';
import { Counterparty } from './counterparty.js';
import { Entities, entitiesTexts } from './entities.js';
import { Connection, Status } from './header.js';
import { Identifiers } from './identifiers.js';
import { identifierTexts } from './identifiers.texts.js';
import { Journal } from './journal.js';
import { journalTexts } from './journal.texts.js';
import { JournalEntry } from './journal-entry.js';
import { Mailbox, mailboxTexts } from './mailbox.js';
import { Readings } from './readings.js';
import { readingsTexts } from './readings.texts.js';
import { Recons, reconsTexts } from './recons.js';
import { Report, reportTexts } from './report.js';
import { runsTexts } from './runs.texts.js';
import { Transfer } from './transfer.js';
import { Transfers } from './transfers.js';
import { transferTexts } from './transfers.texts.js';

const texts = bilingual(
  {
    brand: 'DCM console',
    brandOfProxy: 'Between a bank and DCM',
    docs: 'API operations',
    fidelity: 'What is documented',
    unknown: 'No such page',
    unknownSays: 'The address may be mistyped. The menu lists all pages.',
    home: 'To the first page',
  },
  {
    brand: 'Консоль DCM',
    brandOfProxy: 'Між банком і DCM',
    docs: 'Операції API (англ.)',
    fidelity: 'Що задокументовано (англ.)',
    unknown: 'Такої сторінки немає',
    unknownSays: 'Можливо, в адресі помилка. Усі сторінки є в меню.',
    home: 'На першу сторінку',
  },
);

/** They have the words of all scenarios and situations. */
const Runs = lazily(async () => (await import('./runs.js')).Runs);
const Run = lazily(async () => (await import('./run.js')).Run);

interface SitePage {
  /** The title is in the menu, too. */
  readonly texts: Bilingual<{ readonly title: string }>;
  readonly All: ComponentType;
  /** The page of one item, named by the second segment of the path. */
  readonly One?: ComponentType<{ readonly id: string }>;
}

/** Pages by the first segment of their path, in the groups of the menu. */
const all: readonly Readonly<Record<string, SitePage>>[] = [
  {
    board: { texts: boardTexts, All: Board },
    counterparties: { texts: counterpartiesTexts, All: Counterparties, One: Counterparty },
    identifiers: { texts: identifierTexts, All: Identifiers },
    entities: { texts: entitiesTexts, All: Entities },
    transfers: { texts: transferTexts, All: Transfers, One: Transfer },
    recons: { texts: reconsTexts, All: Recons },
  },
  {
    journal: { texts: journalTexts, All: Journal, One: JournalEntry },
    callbacks: { texts: callbacksTexts, All: Callbacks },
    mailbox: { texts: mailboxTexts, All: Mailbox },
  },
  {
    clock: { texts: clockTexts, All: Clock },
    readings: { texts: readingsTexts, All: Readings },
    runs: { texts: runsTexts, All: Runs, One: Run },
    report: { texts: reportTexts, All: Report },
  },
];

/** Between a bank and a stage there is only the journal. */
const only = shownAlone();
const groups = all
  .map((group) => Object.fromEntries(Object.entries(group).filter(([name]) => only === '' || name === only)))
  .filter((group) => Object.keys(group).length > 0);
const pages = new Map(groups.flatMap((group) => Object.entries(group)));

const first = only === '' ? 'board' : only;
const addressOf = (name: string) => (name === first ? '/console' : `/console/${name}`);

export function App() {
  const t = useText(texts);
  const language = useLanguage();
  const [name = first, id] = useRoute('/console').path;
  const locked = useSignal(tokenWanted);
  const nav = groups.map((group) =>
    Object.entries(group).map(([to, page]) => ({
      to: addressOf(to),
      title: page.texts[language].title,
      current: to === name,
    })),
  );
  const elsewhere = (['docs', 'fidelity'] as const).map((to) => ({
    to: `/${to}`,
    title: t[to],
    current: false,
    outside: true,
  }));
  return (
    <Shell
      brand={only === '' ? t.brand : t.brandOfProxy}
      home="/console"
      nav={locked ? [] : only === '' ? [...nav, elsewhere] : nav}
      status={!locked && (only === '' ? <Status /> : <Connection />)}
    >
      {locked ? <TokenPrompt /> : <Shown page={pages.get(name)} id={id} />}
    </Shell>
  );
}

interface ShownProps {
  readonly page: SitePage | undefined;
  readonly id: string | undefined;
}

function Shown({ page, id }: ShownProps) {
  const t = useText(texts);
  if (page === undefined)
    return (
      <Page title={t.unknown} says={t.unknownSays}>
        <Link to="/console">{t.home}</Link>
      </Page>
    );
  const { All, One } = page;
  return One && id !== undefined ? <One key={id} id={id} /> : <All />;
}
