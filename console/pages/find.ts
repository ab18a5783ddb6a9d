import { isNotFound } from '../../contract/client.js';
import type { JournalHead } from '../../contract/control/journal.js';
import { control } from '../state/control.js';
import { guidForm } from '../state/ids.js';
import { bilingual, type Language } from '../state/language.js';
import { stateVersion } from '../state/live.js';
import { entitiesOf, registered } from '../state/whole-lists.js';
import { entityWords } from '../ui/entity-words.js';
import type { Place } from '../ui/places.js';
import { apis, idOf, operationsOf } from './reference/document.js';

/** What the palette of the console finds beside the pages. */

const texts = bilingual(
  {
    entry: 'journal entry',
    mentioned: 'journal entries that name it',
    transfer: 'transfer',
    callback: 'callback',
    counterparty: 'counterparty',
    entity: 'entity',
    request: 'identifier request',
    operation: 'operation',
  },
  {
    entry: 'запис журналу',
    mentioned: 'записи журналу, у яких він є',
    transfer: 'переказ',
    callback: 'зворотний виклик',
    counterparty: 'контрагент',
    entity: 'сутність',
    request: 'запит на ідентифікатори',
    operation: 'операція',
  },
);

type Texts = (typeof texts)['en'];

/** At most so many of a kind. */
const most = 6;

/** Nothing, if the mock has no such thing. */
const orNothing = <Found>(asked: Promise<Found>): Promise<Found | undefined> =>
  asked.catch((error: unknown) => {
    if (isNotFound(error)) return undefined;
    throw error;
  });

const entryPlace = ({ seq, method, url, status }: JournalHead, t: Texts): Place => ({
  to: `/console/journal/${seq}`,
  title: `${seq} · ${method} ${url.replace(/\?.*/, '')} · ${status}`,
  kind: t.entry,
});

/** The newest entries whose number begins like this, and the one that has it. */
async function entries(text: string, t: Texts): Promise<Place[]> {
  const [newest, named] = await Promise.all([
    control.listEntries({ query: { limit: 200 } }),
    text === '' ? undefined : orNothing(control.getEntry({ params: { seq: Number(text) } })),
  ]);
  const begun = newest.entries.filter(({ seq }) => String(seq).startsWith(text) && seq !== named?.entry.seq);
  return [...(named ? [named.entry] : []), ...begun].slice(0, most).map((entry) => entryPlace(entry, t));
}

/** What a guid is of. */
async function owners(guid: string, t: Texts): Promise<Place[]> {
  const params = { guid };
  const [transfer, callback, counterparty, entity, request, mentioned] = await Promise.all([
    orNothing(control.getTransfer({ params })),
    orNothing(control.getDelivery({ params })),
    orNothing(control.getRegistered({ params })),
    orNothing(control.getEntity({ params })),
    orNothing(control.getRequest({ params })),
    control.listEntries({ query: { text: guid, limit: 1 } }),
  ]);
  const place = (to: string, kind: string, title = guid): Place => ({ to: `/console/${to}`, title, kind });
  return [
    ...(transfer ? [place(`transfers/${guid}`, t.transfer)] : []),
    ...(callback ? [place(`callbacks/${guid}`, t.callback)] : []),
    ...(counterparty ? [place(`counterparties/${guid}`, t.counterparty, counterparty.name)] : []),
    ...(entity ? [place(`entities/${guid}`, t.entity)] : []),
    ...(request ? [place('identifiers', t.request)] : []),
    ...(mentioned.entries.length > 0 ? [place(`journal?text=${guid}`, t.mentioned)] : []),
  ];
}

/** The banks as the page has seen them last: they are not asked for with every letter. */
let seen: { readonly version: number; readonly banks: ReturnType<typeof registered> } | undefined;

function banksNow(): ReturnType<typeof registered> {
  const version = stateVersion.get();
  if (seen?.version !== version) {
    const banks = registered();
    seen = { version, banks };
    // Next time they are asked for again.
    banks.catch(() => {
      seen = undefined;
    });
  }
  return seen?.banks ?? registered();
}

/** Banks by parts of their names and aliases; of a single one, its entities, too. */
async function banks(text: string, language: Language): Promise<Place[]> {
  const t = texts[language];
  const words = text.toLowerCase().split(/\s+/);
  const found = (await banksNow()).filter(({ name, alias }) =>
    words.every((word) => `${name} ${alias}`.toLowerCase().includes(word)),
  );
  const [only] = found.length === 1 ? found : [];
  const entities = only ? (await entitiesOf(only.guid)).slice(0, most) : [];
  const { kinds } = entityWords[language];
  return [
    ...found.slice(0, most).map(({ guid, name, alias }) => ({
      to: `/console/counterparties/${guid}`,
      title: `${name} (${alias})`,
      kind: t.counterparty,
    })),
    ...entities.map(({ guid, account_kind, owner_external_id }) => ({
      to: `/console/entities/${guid}`,
      title: [only?.name, kinds[account_kind], owner_external_id || guid.slice(0, 8)].join(' · '),
      kind: t.entity,
    })),
  ];
}

/** Operations of the reference, by words of their names and paths. */
async function operations(text: string, t: Texts): Promise<Place[]> {
  const words = text.toLowerCase().split(/\s+/);
  const all = await Promise.all(apis.map(operationsOf));
  return all
    .flat()
    .filter(({ operationId, path, summary }) =>
      words.every((word) => `${operationId} ${path} ${summary}`.toLowerCase().includes(word)),
    )
    .slice(0, most)
    .map((operation) => ({
      to: `/console/reference/${idOf(operation)}`,
      title: `${operation.operationId} · ${operation.method} ${operation.path}`,
      kind: t.operation,
    }));
}

/** Entries by number, what a guid is of, banks and operations by words; without a text, what has just happened. */
export async function find(text: string, language: Language): Promise<readonly Place[]> {
  const t = texts[language];
  if (guidForm.test(text)) return owners(text.toLowerCase(), t);
  if (text === '') return entries(text, t);
  const others = /^\d+$/.test(text) ? entries(text, t) : text.length < 2 ? [] : operations(text, t);
  return [...(await banks(text, language)), ...(await others)];
}
