import type { ComponentChildren } from 'preact';
import type { EntryAround } from '../../contract/control/journal.js';
import { ruleWords } from '../../contract/rules/words.js';
import { shownAlone } from '../browser.js';
import { control } from '../state/control.js';
import { useLanguage, useSaid, useText } from '../state/language.js';
import { isKnown, useQuery } from '../state/query.js';
import { lazily } from '../ui/lazily.js';
import { Link } from '../ui/link.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Badge, Identity, Moment, statusTone } from '../ui/shown.js';
import { Facts } from '../ui/table.js';
import { journalTexts } from './journal.texts.js';
import { JournalTable } from './journal-table.js';
import { findingPlace, Why } from './journal-why.js';

const Again = lazily(async () => (await import('./journal-entry-again.js')).Again);

/** One exchange: request, response, token, findings, related exchanges, and what can be done with it. */
export function JournalEntry({ id }: { readonly id: string }) {
  const t = useText(journalTexts);
  const query = useQuery(() => control.getEntry({ params: { seq: id } }), [id]);
  return (
    <Page title={`${t.entry} ${id}`} ledgerTimes actions={<Actions known={isKnown(query)} />}>
      <Answer query={query}>{(around) => <Entry around={around} />}</Answer>
    </Page>
  );
}

const Actions = ({ known }: { readonly known: boolean }) => {
  const t = useText(journalTexts);
  return (
    <>
      {known && shownAlone() === '' && <a href="#again">{t.toAgain}</a>}{' '}
      <Link to="/console/journal">{t.toList}</Link>
    </>
  );
};

function Entry({ around }: { readonly around: EntryAround }) {
  const t = useText(journalTexts);
  const inWords = useSaid();
  const { entry, token } = around;
  return (
    <>
      <div class="card">
        <p class="exchange">
          <Badge tone={statusTone(entry.status)}>{entry.status === 0 ? t.none : entry.status}</Badge>{' '}
          <code>
            {entry.method} {entry.url}
          </code>
        </p>
        <Facts
          of={[
            [t.direction, t[entry.direction]],
            [t.operation, entry.operation || '–'],
            [t.at, <Moment key="at" at={entry.at} />],
            [t.ms, Math.round(entry.ms)],
            [t.counterparty, <Identity key="of" of={entry.counterparty_guid} label={t.counterparty} />],
            ...(entry.request_id ? [[t.requestId, <code key="id">{entry.request_id}</code>] as const] : []),
            ...(entry.reason ? [[t.reason, entry.reason] as const] : []),
            ...(entry.error ? [[t.error, inWords(entry.error)] as const] : []),
          ]}
        />
      </div>
      {entry.why && <Why why={entry.why} />}
      <Findings entry={entry} />
      <Pair around={around} />
      <div class="columns">
        <Message title={t.request} of={entry.request} />
        <Message title={t.answer} of={entry.response} />
      </div>
      {token && (
        <Section title={`${t.token}: ${token.from}`} says={t.tokenSays}>
          <h3>{t.header}</h3>
          <Code of={token.header} />
          <h3>{t.claims}</h3>
          <Code of={token.claims} />
        </Section>
      )}
      <Again around={around} />
    </>
  );
}

/** Only what was served is said to have nothing wrong with it. */
function noFindings({ direction, status, why }: EntryAround['entry']) {
  if (why) return 'refusedWithout';
  return direction === 'in' && status >= 200 && status < 300 ? 'nothingWrong' : 'noFindings';
}

function Findings({ entry }: { readonly entry: EntryAround['entry'] }) {
  const { findings } = entry;
  const t = useText(journalTexts);
  const language = useLanguage();
  return (
    <Section title={t.findings}>
      {findings.length === 0 && <p class="muted">{t[noFindings(entry)]}</p>}
      <ul class="findings">
        {findings.map(({ rule, level, text }) => {
          const words = ruleWords(rule, language);
          return (
            <li key={rule + text} id={findingPlace(rule)}>
              <p>
                <Badge tone={level === 'must' ? 'bad' : 'warn'}>{`${level.toUpperCase()} ${rule}`}</Badge>{' '}
                {words?.says}
              </p>
              <p>
                <q lang="en">{text}</q>
              </p>
              {words && (
                <p class="muted">
                  {t.fix}: {words.fix}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** The request and the reverse calls that it caused, in order. */
function Pair({ around: { entry, cause, effects } }: { readonly around: EntryAround }) {
  const t = useText(journalTexts);
  const others = [...(cause ? [cause] : []), ...effects];
  const { why, ...head } = entry;
  const own = {
    ...head,
    findings: entry.findings.map(({ rule, level }) => ({ rule, level })),
    ...(why && { why: { id: why.id } }),
  };
  const rows = others.length === 0 ? [] : [...others.filter(({ seq }) => seq !== own.seq), own];
  rows.sort((a, b) => a.seq - b.seq);
  return (
    <Section title={t.pair} says={t.pairSays}>
      <JournalTable label={t.pair} name="pair" empty={t.pairEmpty} rows={rows} marked={own.seq} />
    </Section>
  );
}

interface MessageProps {
  readonly title: string;
  readonly of: { readonly headers: Readonly<Record<string, string>>; readonly body?: unknown };
}

function Message({ title, of }: MessageProps) {
  const t = useText(journalTexts);
  const headers = Object.entries(of.headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <Section title={title}>
      <h3>{t.headers}</h3>
      {headers.length === 0 ? <p class="muted">–</p> : <Pre>{headers.join('\n')}</Pre>}
      <h3>{t.body}</h3>
      {of.body === null || of.body === undefined ? <p class="muted">–</p> : <Code of={of.body} />}
    </Section>
  );
}

const Code = ({ of }: { readonly of: unknown }) => (
  <Pre>{typeof of === 'string' ? of : JSON.stringify(of, null, 2)}</Pre>
);

/** Text that can be scrolled, also by keyboard. */
const Pre = ({ children }: { readonly children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by the keyboard
  <pre tabIndex={0}>{children}</pre>
);
