import { useState } from 'preact/hooks';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useSaid, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Button } from '../ui/button.js';
import { Link } from '../ui/link.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Badge, Moment } from '../ui/shown.js';
import { Facts, Table } from '../ui/table.js';
import { callbacksTexts, SendAgain, tones } from './callbacks.js';
import { TransferLink } from './transfers.js';

type Delivery = Awaited<ReturnType<typeof control.getDelivery>>;

/** One callback: what is sent, every attempt with its exchange, and sending it now. */
export function Callback({ id }: { readonly id: string }) {
  const t = useText(callbacksTexts);
  const query = useQuery(() => control.getDelivery({ params: { guid: id } }), [id]);
  return (
    <Page title={t.one} ledgerTimes actions={<Link to="/console/callbacks">{t.toList}</Link>}>
      <Answer query={query}>
        {(delivery) => (
          <>
            <Summary of={delivery} />
            <Attempts of={delivery.attempts} />
            <Now of={delivery} reload={query.reload} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Summary({ of }: { readonly of: Delivery }) {
  const t = useText(callbacksTexts);
  return (
    <div class="card">
      <Facts
        of={[
          [t.kind, of.kind],
          [t.status, <Badge tone={tones[of.status]}>{t[of.status]}</Badge>],
          [t.to, <code>{of.url}</code>],
          [t.transfer, <TransferLink guid={of.transaction_id} />],
          [t.cause, <Link to={`/console/journal/${of.cause}`}>{of.cause}</Link>],
          [t.created, <Moment at={of.created_at} />],
          [t.next, <Moment at={of.next_due} />],
        ]}
      />
      <h2>{t.body}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by the keyboard */}
      <pre tabIndex={0}>{JSON.stringify(of.body, null, 2)}</pre>
    </div>
  );
}

function Attempts({ of }: { readonly of: Delivery['attempts'] }) {
  const t = useText(callbacksTexts);
  const inWords = useSaid();
  return (
    <Section title={t.attempts}>
      <Table
        label={t.attempts}
        empty={t.noAttempt}
        rows={of.map((attempt, index) => ({ ...attempt, index }))}
        keyOf={({ index }) => index}
        columns={[
          { title: t.at, head: true, cell: ({ at }) => <Moment at={at} /> },
          {
            title: t.status,
            cell: ({ status }) => (
              <Badge tone={status === 200 ? 'good' : 'bad'}>{status || t.noAnswer}</Badge>
            ),
          },
          {
            title: t.exchangeTitle,
            cell: ({ seq }) => (seq === 0 ? '–' : <Link to={`/console/journal/${seq}`}>{seq}</Link>),
          },
          { title: t.error, cell: ({ error }) => (error === '' ? '–' : inWords(error)) },
          { title: t.ms, number: true, cell: ({ ms }) => Math.round(ms) },
        ]}
      />
    </Section>
  );
}

/** Sends it now; one that has been delivered is sent once more, which is no attempt of it. */
function Now({ of, reload }: { readonly of: Delivery; readonly reload: () => void }) {
  const t = useText(callbacksTexts);
  const act = useAct();
  const [seq, setSeq] = useState<number>();
  const { kind, counterparty_guid, transaction_id, status, guid } = of;
  async function once(): Promise<void> {
    const body = { kind, counterparty_guid, transaction_id };
    setSeq((await control.sendCallback({ body })).entry.seq);
  }
  return (
    <Section title={t.send} {...(status === 'delivered' ? { says: t.twiceSays } : {})}>
      {status === 'delivered' ? (
        <Button label={t.twice} act={act} run={once} done={t.twiceSent} />
      ) : (
        <SendAgain guid={guid} act={act} reload={reload} />
      )}
      <Problem error={act.problem} />
      {seq !== undefined && (
        <p class="note">
          {t.lastSent} <Link to={`/console/journal/${seq}`}>{`${t.exchange} ${seq}`}</Link>
        </p>
      )}
    </Section>
  );
}
