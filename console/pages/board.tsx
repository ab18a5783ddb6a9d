import { useEffect, useState } from 'preact/hooks';
import type { BankBoard, BoardStep, Evidence } from '../../contract/control/board.js';
import { stepWords } from '../../contract/plan.js';
import { control } from '../state/control.js';
import { useLanguage, useText } from '../state/language.js';
import { watchJournal } from '../state/live.js';
import { at } from '../state/place.js';
import { useQuery } from '../state/query.js';
import { lazily } from '../ui/lazily.js';
import { Link } from '../ui/link.js';
import { Answer, Page } from '../ui/page.js';
import { Badge } from '../ui/shown.js';
import { boardTexts, missingTexts } from './board.texts.js';
import type { Asked } from './board-ask.js';
import { type Place, placeOf } from './board-places.js';

// A bank that has walked the plan never needs it.
const AskNow = lazily(async () => (await import('./board-ask.js')).AskNow);

/** The 16 steps of the plan for each counterparty, by what the mock has seen. */
export function Board() {
  const t = useText(boardTexts);
  const query = useQuery(() => control.getBoard({}), []);
  const { reload } = query;
  // The board also depends on responses of the bank.
  useEffect(() => watchJournal(reload), [reload]);
  return (
    <Page title={t.title} says={t.says}>
      <Answer query={query}>
        {({ boards }) =>
          boards.length === 0 ? (
            <div class="card">
              <p>{t.empty}</p>
              <p>
                <Link to="/console/counterparties">{t.register}</Link>
              </p>
            </div>
          ) : (
            boards.map((item) => <OfBank key={item.counterparty_guid} board={item} />)
          )
        }
      </Answer>
    </Page>
  );
}

function OfBank({ board }: { readonly board: BankBoard }) {
  const t = useText(boardTexts);
  const { name, counterparty_guid, done, of, steps } = board;
  return (
    <section class="card" aria-label={name}>
      <div class="board-head">
        <h2>
          <Link to={`/console/counterparties/${counterparty_guid}`}>{name}</Link>
        </h2>
        <p aria-live="polite">
          <strong>
            {done} {t.outOf} {of}
          </strong>{' '}
          {t.doneSteps}
        </p>
      </div>
      <progress class="meter" max={of} value={done} aria-label={`${name}: ${t.doneSteps}`} />
      <ol class="steps">
        {steps.map((step) => (
          <Step key={step.step} step={step} bank={board} />
        ))}
      </ol>
    </section>
  );
}

const tones = { done: 'good', missing: 'warn', waiting: 'calm' } as const;

function Step({ step, bank }: { readonly step: BoardStep; readonly bank: BankBoard }) {
  const t = useText(boardTexts);
  const missing = useText(missingTexts);
  const words = stepWords(step.step, useLanguage()) ?? step;
  // They stay to be read when the step is done.
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const asks = step.state === 'missing' ? (step.missing?.asks ?? []) : [];
  const values = Object.values(step.missing?.values ?? {}).filter((value) => value !== '');
  return (
    <li>
      <span class="nr">{step.step}</span>
      <div>
        <p>
          <span class="muted">{words.who}:</span> {words.title}
        </p>
        {step.state !== 'done' && step.missing && (
          <p class="lacking">
            {missing[step.missing.key]}
            {values.length > 0 && ` (${values.join(', ')})`} <WayTo of={placeOf(step.missing, bank)} />
          </p>
        )}
        {asks.length + asked.length > 0 && (
          <AskNow guid={bank.counterparty_guid} step={step.step} asks={asks} asked={asked} tell={setAsked} />
        )}
        <p class="outcome">
          {step.state === 'done' && <span class="muted">{words.outcome}</span>}
          {step.evidence.map((item) => (
            <Link key={`${item.kind} ${item.id}`} to={addressOf(item, bank.counterparty_guid)}>
              {t.evidence[item.kind]}
              {item.kind === 'journal' && ` ${item.id}`}
            </Link>
          ))}
        </p>
      </div>
      <Badge tone={tones[step.state]}>{t[step.state]}</Badge>
    </li>
  );
}

/** A link to where the step is done. */
function WayTo({ of: { to, name } }: { readonly of: Place }) {
  const t = useText(boardTexts).places[name];
  // The backoffice is a site of its own.
  return to.startsWith('/console') ? <Link to={to}>{t}</Link> : <a href={at(to)}>{t}</a>;
}

/** The page that shows a piece of evidence. */
function addressOf({ kind, id }: Evidence, counterparty: string): string {
  switch (kind) {
    case 'journal':
      return `/console/journal/${id}`;
    case 'transfer':
      return `/console/transfers/${id}`;
    case 'delivery':
      return '/console/callbacks';
    case 'identifier':
      return '/console/identifiers';
    case 'entity':
    case 'customer':
      return '/console/entities';
    default:
      return `/console/counterparties/${counterparty}`;
  }
}
