import { useEffect, useRef, useState } from 'preact/hooks';
import type { Counterparty } from '../../contract/control/counterparties.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Button } from '../ui/button.js';
import { entityWords } from '../ui/entity-words.js';
import { Choice, Field, Form } from '../ui/form.js';
import { Link } from '../ui/link.js';
import { Answer, Section } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { happenTexts } from './make-happen.texts.js';
import { BankChoice, type Doing } from './make-happen-parts.js';

interface IncomingProps extends Doing {
  readonly banks: readonly Counterparty[];
  readonly simulated: readonly Counterparty[];
  readonly reload: () => void;
}

/** A transfer from a bank that the mock simulates. */
export function Incoming({ banks, simulated, begin, turn, reload }: IncomingProps) {
  const t = useText(happenTexts);
  const act = useAct();
  const [sender] = simulated;
  useEffect(act.forget, [turn]);
  return (
    <Section title={t.incoming} says={t.incomingSays}>
      {/* It is known before it has entities and money. */}
      {sender && !act.busy ? (
        <SendMoney banks={banks} sender={sender} begin={begin} turn={turn} />
      ) : (
        <>
          <p class="muted">{t.noSimulated}</p>
          <Button
            label={t.add}
            act={act}
            run={() => begin(() => control.addSimulatedBank({ body: {} }))}
            done={t.added}
            reload={reload}
          />
          <Problem error={act.problem} />
        </>
      )}
    </Section>
  );
}

interface SendMoneyProps extends Doing {
  readonly banks: readonly Counterparty[];
  readonly sender: Counterparty;
}

/** Entities of a bank that can hold money, for a choice; the newest are enough. */
const entitiesOf = async (guid: string) =>
  (await control.listEntities({ params: { guid }, query: { limit: 200 } })).entities.filter(
    ({ account_kind }) => account_kind === 'customer' || account_kind === 'processing',
  );

function SendMoney({ banks, sender, begin, turn }: SendMoneyProps) {
  const t = useText(happenTexts);
  const [guid, setGuid] = useState(banks[0]?.guid ?? '');
  const { kinds } = useText(entityWords);
  const [made, setMade] = useState('');
  const choose = (bank: string) => {
    setGuid(bank);
    setMade('');
  };
  const fromQuery = useQuery(() => entitiesOf(sender.guid), [sender.guid]);
  const from = fromQuery.data ?? [];
  const query = useQuery(() => entitiesOf(guid), [guid]);
  const to = query.data ?? [];
  const shown = (all: typeof to) =>
    all.map(
      (one) => [one.guid, `${kinds[one.account_kind]} ${one.guid.slice(0, 8)} · ${one.balance}`] as const,
    );
  // Once it is there, the form stays: what was entered must not go when another bank is chosen.
  const opened = useRef(false);
  opened.current ||= fromQuery.answered && query.answered;
  if (!opened.current) return <Answer query={fromQuery.answered ? query : fromQuery}>{() => null}</Answer>;
  if (query.answered && to.length === 0)
    return (
      <>
        <BankChoice banks={banks} value={guid} onChange={choose} />
        <p class="muted">
          {t.noEntity} <Link to={`/console/counterparties/${guid}`}>{t.bank}</Link>
        </p>
      </>
    );
  return (
    <>
      <Form
        label={t.incoming}
        submit={t.send}
        done={t.confirmed}
        turn={turn}
        changed={() => setMade('')}
        run={async ({ sender_id = '', receiver_id = '', amount, purpose }) => {
          const body = { sender_id, receiver_id, amount: Number(amount), purpose };
          const params = { guid: sender.guid };
          setMade((await begin(() => control.sendFromSimulatedBank({ params, body }))).guid);
        }}
      >
        <BankChoice banks={banks} value={guid} onChange={choose} />
        <div class="pair">
          <Choice name="sender_id" label={t.from} value={from.at(-1)?.guid ?? ''} options={shown(from)} />
          <Choice name="receiver_id" label={t.to} value={to.at(-1)?.guid ?? ''} options={shown(to)} />
        </div>
        <div class="pair">
          <Field name="amount" label={t.amount} type="number" min={0} step="any" value={1} required />
          <Field name="purpose" label={t.purpose} />
        </div>
      </Form>
      {made !== '' && (
        <p class="note" data-testid="made">
          {t.confirmed} · <Link to={`/console/transfers/${made}`}>{t.toTransfer}</Link>
        </p>
      )}
    </>
  );
}
