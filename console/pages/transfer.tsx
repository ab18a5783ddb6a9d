import { ifFound } from '../../contract/client.js';
import type { Envelope } from '../../contract/control/transfers.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { isKnown, useQuery } from '../state/query.js';
import { guidColumn } from '../ui/columns.js';
import { Link } from '../ui/link.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Badge, Copy, Identity, Moment, Money } from '../ui/shown.js';
import { Facts, Table } from '../ui/table.js';
import { TransferStatus } from '../ui/transfer-status.js';
import { transferTexts } from './transfers.texts.js';

/** One transfer and its envelope, decoded. */
export function Transfer({ id }: { readonly id: string }) {
  const t = useText(transferTexts);
  const row = useQuery(() => control.getTransfer({ params: { guid: id } }), [id]);
  // A draft has none.
  const envelope = useQuery(() => ifFound(control.decodeTransfer({ params: { guid: id } })), [id]);
  return (
    <Page title={t.transfer} ledgerTimes actions={<Link to="/console/transfers">{t.toList}</Link>}>
      <Answer query={row}>
        {({ status, amount, asset_code, sender, receiver, purpose, created_at }) => (
          <div class="card">
            <Facts
              of={[
                [t.guid, <Identity of={id} label={t.guid} />],
                [t.status, <TransferStatus of={status} />],
                [t.amount, <Money amount={amount} unit={asset_code} />],
                [t.sender, `${sender.counterparty_name}, ${t.kinds[sender.kind]}`],
                [t.receiver, `${receiver.counterparty_name}, ${t.kinds[receiver.kind]}`],
                [t.purpose, purpose || '–'],
                [t.created, <Moment at={created_at} />],
              ]}
            />
          </div>
        )}
      </Answer>
      <Answer query={envelope}>
        {(known) =>
          !isKnown(row) ? null : known === undefined ? (
            <Section title={t.notPosted}>
              <p class="muted">{t.notPostedSays}</p>
            </Section>
          ) : (
            <Decoded envelope={known} />
          )
        }
      </Answer>
    </Page>
  );
}

function Decoded({ envelope }: { readonly envelope: Envelope }) {
  const t = useText(transferTexts);
  return (
    <>
      <Section title={t.envelope}>
        <Facts
          of={[
            [t.hash, <Identity of={envelope.hash} label={t.hash} />],
            [t.source, <Identity of={envelope.source} label={t.source} />],
            [t.sequence, envelope.sequence],
            [t.fee, `${envelope.fee} ${t.stroops}`],
            [t.memo, envelope.memo],
            [t.ledger, envelope.ledger],
          ]}
        />
      </Section>
      <Section title={t.operations}>
        <Table
          label={t.operations}
          name="envelope"
          empty={t.noOperations}
          rows={envelope.operations}
          keyOf={(item) => `${item.type} ${item.name} ${item.destination} ${item.amount}`}
          columns={[
            { title: t.type, head: true, cell: (item) => item.type },
            guidColumn(t.from, 'source'),
            guidColumn(t.to, 'destination'),
            { title: t.asset, cell: (item) => item.asset || '–' },
            { title: t.amount, number: true, cell: (item) => item.amount || '–' },
            {
              title: t.data,
              cell: (item) => (item.name ? <code>{`${item.name} = ${item.value}`}</code> : '–'),
            },
          ]}
        />
      </Section>
      <Section title={t.signatures}>
        <Table
          label={t.signatures}
          empty={t.noSignatures}
          rows={envelope.signatures}
          keyOf={(item) => item.signature}
          columns={[
            { title: t.whose, head: true, cell: (item) => t.owners[item.whose] },
            guidColumn(t.signer, 'signer'),
            { title: t.hint, cell: (item) => <code>{item.hint}</code> },
            {
              title: t.valid,
              cell: (item) => (
                <Badge tone={item.valid ? 'good' : 'bad'}>{item.valid ? t.right : t.wrong}</Badge>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t.raw}>
        <pre>{envelope.envelope_xdr}</pre>
        <p class="foot">
          <Copy text={envelope.envelope_xdr} label="XDR" />
        </p>
      </Section>
    </>
  );
}
