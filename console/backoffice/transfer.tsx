import { useAct } from '../state/act.js';
import { useText } from '../state/language.js';
import { type Query, useQuery } from '../state/query.js';
import { Button } from '../ui/button.js';
import { Link } from '../ui/link.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Identity, Moment, Money } from '../ui/shown.js';
import { Facts } from '../ui/table.js';
import { TransferStatus } from '../ui/transfer-status.js';
import { explained } from './explained.js';
import { base, dcm, type Site } from './site.js';
import { TransferCallbacks } from './transfer-callbacks.js';
import { transfersTexts } from './transfers.texts.js';

interface TransferProps {
  readonly site: Site;
  readonly id: string;
}

const paymentOf = ({ counterparty_guid }: Site, payment_guid: string) =>
  dcm.getPayment({ params: { counterparty_guid, payment_guid }, query: { with_stellar_info: 'true' } });

type Payment = Awaited<ReturnType<typeof paymentOf>>;

/** One transfer: a draft is confirmed here. */
export function Transfer({ site, id }: TransferProps) {
  const t = useText(transfersTexts);
  const query = useQuery(() => paymentOf(site, id), [id]);
  return (
    <Page title={t.one} ledgerTimes actions={<Link to={`${base}/transfers`}>{t.toList}</Link>}>
      <Answer query={query}>
        {(payment) => (
          <>
            <div class="card">
              <FactsOf payment={payment} />
            </div>
            {payment.status === 'CREATED' && <Confirm site={site} payment={payment} query={query} />}
            {payment.status === 'CONFIRMED' && <TransferCallbacks of={id} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

function FactsOf({ payment }: { readonly payment: Payment }) {
  const t = useText(transfersTexts);
  const { guid, status, amount, asset_code, sender_id, receiver_id, purpose, category } = payment;
  const hash = payment.stellar_info?.hash ?? '';
  return (
    <Facts
      of={[
        [t.status, <TransferStatus of={status} />],
        [t.amount, <Money amount={amount} unit={asset_code} />],
        [t.sender, <Identity of={sender_id} label={t.sender} />],
        [t.receiver, <Identity of={receiver_id} label={t.receiver} />],
        [t.purpose, purpose || '–'],
        [t.category, category || '–'],
        [t.guid, <Identity of={guid} label={t.guid} />],
        [t.created, <Moment at={payment.created_at} />],
        [t.updated, <Moment at={payment.updated_at} />],
        [t.hash, <Identity of={hash} label={t.hash} />],
      ]}
    />
  );
}

interface ConfirmProps {
  readonly site: Site;
  readonly payment: Payment;
  readonly query: Query<Payment>;
}

function Confirm({ site, payment: { guid, receiver_counterparty }, query: { reload } }: ConfirmProps) {
  const t = useText(transfersTexts);
  const act = useAct();
  const params = { counterparty_guid: site.counterparty_guid };
  const foreign = receiver_counterparty !== site.counterparty_guid;
  const body = { guid, ...(foreign ? { bank_guid: receiver_counterparty } : {}) };
  return (
    <Section title={t.confirm} says={t.confirmSays}>
      {foreign && <p>{t.otherBank}</p>}
      <Problem error={act.problem} />
      {explained(act.problem)}
      <Button
        label={t.confirm}
        look="main"
        act={act}
        run={() => dcm.confirmPayment({ params, body })}
        done={t.confirmed}
        reload={reload}
      />
    </Section>
  );
}
