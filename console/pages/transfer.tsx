import { ifFound } from '../../contract/client.js';
import type { ControlOperations } from '../../contract/control/index.js';
import type { Answer as AnswerOf } from '../../contract/operation.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Link } from '../ui/link.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Badge, Copy, Guid, Identity, Moment, Money } from '../ui/shown.js';
import { Facts, Table } from '../ui/table.js';
import { transferTexts } from './transfers.texts.js';

type Envelope = AnswerOf<ControlOperations['decodeTransfer']>;

/** One transfer and its envelope, decoded. */
export function Transfer({ guid }: { readonly guid: string }) {
  const t = useText(transferTexts);
  const row = useQuery(() => control.getTransfer({ params: { guid } }), [guid]);
  // A draft has none.
  const envelope = useQuery(() => ifFound(control.decodeTransfer({ params: { guid } })), [guid]);
  return (
    <Page title={t.transfer} ledgerTimes actions={<Link to="/console/transfers">{t.toList}</Link>}>
      <Answer query={row}>
        {(one) =>
          one && (
            <div class="card">
              <Facts
                of={[
                  [t.guid, <Identity key="guid" of={one.guid} label={t.guid} />],
                  [
                    t.status,
                    <Badge key="status" tone={one.status === 'CONFIRMED' ? 'good' : 'warn'}>
                      {one.status}
                    </Badge>,
                  ],
                  [t.amount, <Money key="amount" amount={one.amount} unit={one.asset_code} />],
                  [t.sender, `${one.sender.counterparty_name}, ${t.kinds[one.sender.kind]}`],
                  [t.receiver, `${one.receiver.counterparty_name}, ${t.kinds[one.receiver.kind]}`],
                  [t.purpose, one.purpose || '–'],
                  [t.created, <Moment key="created" at={one.created_at} />],
                ]}
              />
            </div>
          )
        }
      </Answer>
      <Answer query={envelope}>
        {(known) =>
          known === undefined ? (
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
            [t.hash, <Identity key="hash" of={envelope.hash} label={t.hash} />],
            [t.source, <Identity key="source" of={envelope.source} label={t.source} />],
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
          empty="–"
          rows={envelope.operations}
          keyOf={(one) => `${one.type} ${one.name} ${one.destination} ${one.amount}`}
          columns={[
            { title: t.type, head: true, cell: (one) => one.type },
            { title: t.from, cell: (one) => <Guid of={one.source} /> },
            { title: t.to, cell: (one) => <Guid of={one.destination} /> },
            { title: t.asset, cell: (one) => one.asset || '–' },
            { title: t.amount, number: true, cell: (one) => one.amount || '–' },
            { title: t.data, cell: (one) => (one.name ? <code>{`${one.name} = ${one.value}`}</code> : '–') },
          ]}
        />
      </Section>
      <Section title={t.signatures}>
        <Table
          label={t.signatures}
          empty="–"
          rows={envelope.signatures}
          keyOf={(one) => one.signature}
          columns={[
            { title: t.whose, head: true, cell: (one) => t.owners[one.whose] },
            { title: t.signer, cell: (one) => <Guid of={one.signer} /> },
            { title: t.hint, cell: (one) => <code>{one.hint}</code> },
            {
              title: t.valid,
              cell: (one) => <Badge tone={one.valid ? 'good' : 'bad'}>{one.valid ? t.right : t.wrong}</Badge>,
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
