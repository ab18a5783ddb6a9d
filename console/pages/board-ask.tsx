import type { Ask } from '../../contract/control/board.js';
import type { JournalEntry } from '../../contract/control/journal.js';
import { ruleWords } from '../../contract/rules/words.js';
import { control } from '../state/control.js';
import { bilingual, useLanguage, useSaid, useText } from '../state/language.js';
import { Field, Form } from '../ui/form.js';
import { Link } from '../ui/link.js';
import { Badge, statusTone } from '../ui/shown.js';

const texts = bilingual(
  {
    ask: 'Ask the bank now',
    step: 'step',
    done: 'The bank was asked; its response is below',
    login: 'Login of a user of the bank',
    external_id: 'External id of a user of the bank',
    asIs: 'as documented',
    noAnswer: 'no response:',
    entry: 'Entry',
    more: 'Other users, flows and broken tokens',
  },
  {
    ask: 'Запитати банк зараз',
    step: 'крок',
    done: 'Банк запитано; його відповідь нижче',
    login: 'Логін користувача банку',
    external_id: 'Зовнішній ідентифікатор користувача банку',
    asIs: 'як у документації',
    noAnswer: 'немає відповіді:',
    entry: 'Запис',
    more: 'Інші користувачі, значення flow і зіпсовані токени',
  },
);

/** A reverse call that was sent from the board, and its exchange. */
export interface Asked {
  readonly ask: Ask;
  readonly entry: JournalEntry;
}

interface AskNowProps {
  /** Of the bank. */
  readonly guid: string;
  readonly step: number;
  /** What can be asked now; empty once the step is done. */
  readonly asks: readonly Ask[];
  /** What was asked before. */
  readonly asked: readonly Asked[];
  /** Receives every call that was sent, also if a later one could not be. */
  readonly tell: (asked: readonly Asked[]) => void;
}

const nameOf = ({ method, flow }: Ask): string => `${method} ${flow}`;

/** Has DCM call the bank for what a step lacks, and shows at once what it answered. */
export function AskNow({ guid, step, asks, asked, tell }: AskNowProps) {
  const t = useText(texts);
  return (
    <div class="ask">
      {asks.length > 0 && (
        <Form
          label={`${t.ask}, ${t.step} ${step}`}
          submit={t.ask}
          done={t.done}
          run={async (given) => {
            const sent: Asked[] = [];
            // One after the other: a bank need not cope with both at once.
            for (const ask of asks) {
              const body = { counterparty_guid: guid, ...ask, obj: given[nameOf(ask)] ?? ask.obj };
              sent.push({ ask: { ...ask, obj: body.obj }, ...(await control.askBank({ body })) });
              tell([...sent]);
            }
          }}
        >
          {asks.map((ask) =>
            ask.obj === '' ? (
              <Field
                key={nameOf(ask)}
                name={nameOf(ask)}
                label={ask.method === 'user_auth' ? t.login : t.external_id}
                hint={`/${ask.method}, ${ask.flow}`}
                required
              />
            ) : (
              <p key={nameOf(ask)} class="hint">
                <code>{`/${ask.method}, ${ask.flow}, ${ask.obj}`}</code>
              </p>
            ),
          )}
        </Form>
      )}
      {asked.length > 0 && (
        <ul class="note" data-testid="asked">
          {asked.map((one) => (
            <Outcome key={one.entry.seq} of={one} />
          ))}
          {asks.length > 0 && (
            <li>
              <Link to="/console/make-happen">{t.more}</Link>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

/** What the bank answered, and what was wrong with it. */
function Outcome({ of: { ask, entry } }: { readonly of: Asked }) {
  const t = useText(texts);
  const inWords = useSaid();
  const language = useLanguage();
  const { seq, status, error, findings } = entry;
  return (
    <li>
      <code>{`/${ask.method}, ${ask.flow}`}</code>{' '}
      {status === 0 ? `${t.noAnswer} ${inWords(error)}` : <Badge tone={statusTone(status)}>{status}</Badge>}{' '}
      {status === 200 && findings.length === 0 && t.asIs}
      {findings.map(({ rule, text }) => (
        <p key={rule + text}>
          <strong>{rule}</strong> {ruleWords(rule, language)?.says} <q lang="en">{text}</q>
        </p>
      ))}{' '}
      <Link to={`/console/journal/${seq}`}>{`${t.entry} ${seq}`}</Link>
    </li>
  );
}
