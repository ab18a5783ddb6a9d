import type { IdentifierRequest } from '../../contract/control/identifier-requests.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { registered, requestsOf } from '../state/whole-lists.js';
import { Button, Sure } from '../ui/button.js';
import { guidColumn, momentColumn, moneyColumn } from '../ui/columns.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Badge, Money } from '../ui/shown.js';
import { Table } from '../ui/table.js';
import { identifierTexts } from './identifiers.texts.js';
import { Reserve } from './reserve.js';

interface Bank {
  readonly guid: string;
  readonly name: string;
  readonly asset_code: string;
}

/** Step 13: requests to create and delete identifiers, with what the reserve allows. */
export function Identifiers() {
  const t = useText(identifierTexts);
  const query = useQuery(registered, []);
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <Answer query={query}>
        {(counterparties) =>
          counterparties.length === 0 ? (
            <p class="empty">{t.nobody}</p>
          ) : (
            counterparties.map((bank) => <OfBank key={bank.guid} bank={bank} />)
          )
        }
      </Answer>
    </Page>
  );
}

const tones = { created: 'warn', confirmed: 'good', cancelled: 'calm' } as const;

function OfBank({ bank }: { readonly bank: Bank }) {
  const t = useText(identifierTexts);
  const { guid, name, asset_code } = bank;
  const query = useQuery(() => requestsOf(guid), [guid]);
  return (
    <Section title={name}>
      <Answer query={query}>
        {(requests) => (
          <>
            {requests
              .filter(({ status }) => status === 'created')
              .map((request) => (
                <Open key={request.guid} request={request} bank={bank} reload={query.reload} />
              ))}
            <Table
              label={`${t.title}: ${name}`}
              name="identifiers"
              empty={t.empty}
              next={{ to: '/console/reference/dcm.issueIdentifiers', title: t.first }}
              rows={requests}
              keyOf={(request) => request.guid}
              columns={[
                momentColumn(t.created_at, 'created_at', true),
                { title: t.direction, cell: ({ direction }) => t[direction] },
                moneyColumn(t.amount, 'requested_amount', asset_code),
                { title: t.status, cell: ({ status }) => <Badge tone={tones[status]}>{t[status]}</Badge> },
                { title: t.by, cell: ({ created_by }) => created_by },
                guidColumn(t.payment, 'emission_payment_guid'),
                guidColumn(t.hash, 'emission_payment_hash'),
              ]}
            />
          </>
        )}
      </Answer>
    </Section>
  );
}

interface OpenProps {
  readonly bank: Bank;
  readonly request: IdentifierRequest;
  readonly reload: () => void;
}

/** A request that waits for an officer: the calculation, then yes or no. */
function Open({ request, bank, reload }: OpenProps) {
  const t = useText(identifierTexts);
  const act = useAct();
  const { guid, direction, requested_amount: amount } = request;
  const decision = { params: { guid }, body: {} };
  return (
    <div class="note">
      <h3>
        {t.waiting} {t[direction]} <Money amount={amount} unit={bank.asset_code} />
      </h3>
      <Reserve guid={bank.guid} direction={direction} amount={amount} />
      <div class="row">
        <Button
          label={t.confirm}
          look="main"
          act={act}
          run={() => control.confirmRequest(decision)}
          done={t.confirmed_done}
          reload={reload}
        />
        <Sure
          label={t.cancel}
          question={t.cancelSure}
          act={act}
          run={() => control.cancelRequest(decision)}
          done={t.cancelled_done}
          reload={reload}
        />
      </div>
      <Problem error={act.problem} />
    </div>
  );
}
