import type { ControlOperations } from '../../contract/control/index.js';
import type { Answer as AnswerOf } from '../../contract/operation.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { registered, requestsOf } from '../state/whole-lists.js';
import { Sure } from '../ui/form.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Badge, Guid, Moment, Money } from '../ui/shown.js';
import { Table } from '../ui/table.js';
import { identifierTexts } from './identifiers.texts.js';

type Emission = AnswerOf<ControlOperations['listRequests']>['history'][number];

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
            counterparties.map((one) => <OfBank key={one.guid} bank={one} />)
          )
        }
      </Answer>
    </Page>
  );
}

function OfBank({ bank }: { readonly bank: Bank }) {
  const { guid } = bank;
  const query = useQuery(() => requestsOf(guid), [guid]);
  return (
    <Section title={bank.name}>
      <Answer query={query}>
        {(history) => (
          <>
            {history
              .filter(({ status }) => status === 'created')
              .map((one) => (
                <Open key={one.guid} one={one} bank={bank} reload={query.reload} />
              ))}
            <Requests bank={bank} history={history} />
          </>
        )}
      </Answer>
    </Section>
  );
}

interface RequestsProps {
  readonly bank: Bank;
  readonly history: readonly Emission[];
}

function Requests({ bank, history }: RequestsProps) {
  const t = useText(identifierTexts);
  const tone = { created: 'warn', confirmed: 'good', cancelled: 'calm' } as const;
  return (
    <Table
      label={`${t.title}: ${bank.name}`}
      empty={t.empty}
      rows={history}
      keyOf={(one) => one.guid}
      columns={[
        { title: t.created_at, head: true, cell: (one) => <Moment at={one.created_at} /> },
        { title: t.direction, cell: (one) => t[one.direction] },
        {
          title: t.amount,
          number: true,
          cell: (one) => <Money amount={one.requested_amount} unit={bank.asset_code} />,
        },
        { title: t.status, cell: (one) => <Badge tone={tone[one.status]}>{t[one.status]}</Badge> },
        { title: t.by, cell: (one) => one.created_by },
        { title: t.payment, cell: (one) => <Guid of={one.emission_payment_guid} /> },
        { title: t.hash, cell: (one) => <Guid of={one.emission_payment_hash} /> },
      ]}
    />
  );
}

interface OpenProps {
  readonly bank: Bank;
  readonly one: Emission;
  readonly reload: () => void;
}

/** A request that waits for an officer: the arithmetic, then yes or no. */
function Open({ one, bank, reload }: OpenProps) {
  const t = useText(identifierTexts);
  const act = useAct();
  const params = { guid: one.guid };
  const run = async (work: () => Promise<unknown>, done: string) => {
    if (await act.run(work, done)) reload();
  };
  return (
    <div class="note">
      <h3>
        {t.waiting} {t[one.direction]} <Money amount={one.requested_amount} unit={bank.asset_code} />
      </h3>
      <Reserve bank={bank} direction={one.direction} amount={one.requested_amount} />
      <div class="row">
        <button
          type="button"
          class="main"
          disabled={act.busy}
          onClick={() => run(() => control.confirmRequest({ params, body: {} }), t.confirmed_done)}
        >
          {t.confirm}
        </button>
        <Sure
          label={t.cancel}
          question={t.cancelSure}
          disabled={act.busy}
          onSure={() => run(() => control.cancelRequest({ params, body: {} }), t.cancelled_done)}
        />
      </div>
      <Problem error={act.problem} />
    </div>
  );
}

interface ReserveProps {
  readonly bank: Bank;
  readonly direction: Emission['direction'];
  readonly amount: number;
}

/** The reserve condition with its figures, line by line. */
function Reserve({ bank, direction, amount }: ReserveProps) {
  const t = useText(identifierTexts);
  const { guid } = bank;
  const query = useQuery(() => control.getReserve({ params: { guid } }), [guid]);
  const sign = direction === 'issue' ? '−' : '+';
  return (
    <Answer query={query}>
      {({ declared, rule, reserve, created, deleted, remains, holds }) => (
        <>
          <dl class="arithmetic">
            <Line name={t.reserve} amount={reserve} />
            <Line name={t.createdBefore} sign="−" amount={created} />
            <Line name={t.deletedBefore} sign="+" amount={deleted} />
            <Line name={t.change[direction]} sign={sign} amount={amount} />
            <Line name={t.rest} sign="=" amount={remains} total />
          </dl>
          <p class="hint">{declared || rule === 'strict' ? (holds ? t.enough : t.short) : t.undeclared}</p>
        </>
      )}
    </Answer>
  );
}

interface LineProps {
  readonly name: string;
  readonly amount: number;
  readonly sign?: string;
  readonly total?: boolean;
}

const Line = ({ name, amount, sign = '', total = false }: LineProps) => (
  <div class={total ? 'total' : undefined}>
    <dt>{name}</dt>
    <dd>
      {sign} <Money amount={amount} />
    </dd>
  </div>
);
