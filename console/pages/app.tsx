import type { ComponentType } from 'preact';
import { shownAlone } from '../browser.js';
import { tokenWanted } from '../state/control.js';
import { guidForm, numberForm } from '../state/ids.js';
import { goLetters } from '../state/keys.js';
import { type Bilingual, bilingual, useLanguage, useText } from '../state/language.js';
import { sandbox } from '../state/place.js';
import { useRoute } from '../state/route.js';
import { useSignal } from '../state/signal.js';
import { lazily } from '../ui/lazily.js';
import { Link } from '../ui/link.js';
import { Page } from '../ui/page.js';
import type { Finder } from '../ui/places.js';
import { Shell } from '../ui/shell.js';
import { TokenPrompt } from '../ui/token-prompt.js';
import { Board } from './board.js';
import { boardTexts } from './board.texts.js';
import { Connection, Status } from './header.js';
import {
  auditTitle,
  callbacksTitle,
  clockTitle,
  counterpartiesTitle,
  entitiesTitle,
  faultsTitle,
  happenTitle,
  identifiersTitle,
  journalTitle,
  mailboxTitle,
  planTitle,
  readingsTitle,
  reconsTitle,
  referenceTitle,
  reportTitle,
  runsTitle,
  sandboxesTitle,
  snapshotsTitle,
  transfersTitle,
} from './titles.texts.js';

// The first page stays light: all others are loaded when they are opened.
const Journal = lazily(async () => (await import('./journal.js')).Journal);
const Report = lazily(async () => (await import('./report.js')).Report);
const Transfers = lazily(async () => (await import('./transfers.js')).Transfers);
const Callbacks = lazily(async () => (await import('./callbacks.js')).Callbacks);
const Clock = lazily(async () => (await import('./clock.js')).Clock);
const Counterparties = lazily(async () => (await import('./counterparties.js')).Counterparties);
const Mailbox = lazily(async () => (await import('./mailbox.js')).Mailbox);
const Entities = lazily(async () => (await import('./entities.js')).Entities);
const Recons = lazily(async () => (await import('./recons.js')).Recons);
const Callback = lazily(async () => (await import('./callback.js')).Callback);
const Counterparty = lazily(async () => (await import('./counterparty.js')).Counterparty);
const Identifiers = lazily(async () => (await import('./identifiers.js')).Identifiers);
const JournalEntry = lazily(async () => (await import('./journal-entry.js')).JournalEntry);
const Readings = lazily(async () => (await import('./readings.js')).Readings);
const Transfer = lazily(async () => (await import('./transfer.js')).Transfer);
const Entity = lazily(async () => (await import('./entity.js')).Entity);
const WrongId = lazily(async () => (await import('./wrong-id.js')).WrongId);
const Faults = lazily(async () => (await import('./faults.js')).Faults);
const MakeHappen = lazily(async () => (await import('./make-happen.js')).MakeHappen);
const Plan = lazily(async () => (await import('./plan/plan.js')).Plan);
const Reference = lazily(async () => (await import('./reference/reference.js')).Reference);
const ReferenceOperation = lazily(async () => (await import('./reference/operation.js')).ReferenceOperation);
const Runs = lazily(async () => (await import('./runs.js')).Runs);
const Run = lazily(async () => (await import('./run.js')).Run);
const Sandboxes = lazily(async () => (await import('./sandboxes.js')).Sandboxes);
const Audit = lazily(async () => (await import('./audit.js')).Audit);
const Snapshots = lazily(async () => (await import('./snapshots.js')).Snapshots);

const texts = bilingual(
  {
    brand: 'DCM console',
    brandOfProxy: 'Between a bank and DCM',
    fidelity: 'What is documented',
    unknown: 'No such page',
    unknownSays: 'The address may be mistyped. The menu lists all pages.',
    home: 'To the first page',
  },
  {
    brand: 'Консоль DCM',
    brandOfProxy: 'Між банком і DCM',
    fidelity: 'Що задокументовано (англ.)',
    unknown: 'Такої сторінки немає',
    unknownSays: 'Можливо, в адресі помилка. Усі сторінки є в меню.',
    home: 'На першу сторінку',
  },
);

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
    counterparties: { texts: counterpartiesTitle, All: Counterparties, One: Counterparty },
    identifiers: { texts: identifiersTitle, All: Identifiers },
    entities: { texts: entitiesTitle, All: Entities, One: Entity },
    transfers: { texts: transfersTitle, All: Transfers, One: Transfer },
    recons: { texts: reconsTitle, All: Recons },
  },
  {
    journal: { texts: journalTitle, All: Journal, One: JournalEntry },
    callbacks: { texts: callbacksTitle, All: Callbacks, One: Callback },
    mailbox: { texts: mailboxTitle, All: Mailbox },
    'make-happen': { texts: happenTitle, All: MakeHappen },
    faults: { texts: faultsTitle, All: Faults },
  },
  {
    clock: { texts: clockTitle, All: Clock },
    snapshots: { texts: snapshotsTitle, All: Snapshots },
    sandboxes: { texts: sandboxesTitle, All: Sandboxes },
    audit: { texts: auditTitle, All: Audit },
    readings: { texts: readingsTitle, All: Readings },
    runs: { texts: runsTitle, All: Runs, One: Run },
    plan: { texts: planTitle, All: Plan },
    report: { texts: reportTitle, All: Report },
    reference: { texts: referenceTitle, All: Reference, One: ReferenceOperation },
  },
];

/** How the ids of single items are written, where that is fixed. */
const idForms = new Map([
  ...['counterparties', 'entities', 'transfers', 'callbacks'].map((name) => [name, guidForm] as const),
  ...['journal', 'runs'].map((name) => [name, numberForm] as const),
]);

/** Between a bank and a stage there is only the journal; a sandbox has no sandboxes. */
const only = shownAlone();
const isThere = (name: string) => (only === '' || name === only) && (name !== 'sandboxes' || sandbox === '');
const groups = all
  .map((group) => Object.fromEntries(Object.entries(group).filter(([name]) => isThere(name))))
  .filter((group) => Object.keys(group).length > 0);
const pages = new Map(groups.flatMap((group) => Object.entries(group)));

const first = only === '' ? 'board' : only;
const addressOf = (name: string) => (name === first ? '/console' : `/console/${name}`);

const find: Finder = async (text, language) => (await import('./find.js')).find(text, language);

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
      letter: goLetters[to],
    })),
  );
  const elsewhere = (['fidelity'] as const).map((to) => ({
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
      find={find}
      status={!locked && (only === '' ? <Status /> : <Connection />)}
    >
      {locked ? <TokenPrompt /> : <Shown name={name} id={id} />}
    </Shell>
  );
}

interface ShownProps {
  readonly name: string;
  readonly id: string | undefined;
}

function Shown({ name, id }: ShownProps) {
  const t = useText(texts);
  const language = useLanguage();
  const page = pages.get(name);
  if (page === undefined)
    return (
      <Page title={t.unknown} says={t.unknownSays}>
        <Link to="/console">{t.home}</Link>
      </Page>
    );
  const { All, One } = page;
  const form = idForms.get(name);
  if (form && id !== undefined && !form.test(id))
    return <WrongId id={id} form={form} list={{ to: addressOf(name), title: page.texts[language].title }} />;
  return One && id !== undefined ? <One key={id} id={id} /> : <All />;
}
