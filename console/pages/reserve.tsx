import type { IdentifierRequest } from '../../contract/control/identifier-requests.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Answer } from '../ui/page.js';
import { Money } from '../ui/shown.js';
import { identifierTexts } from './identifiers.texts.js';

interface ReserveProps {
  /** Totals of the counterparty. */
  readonly guid: string;
  readonly direction: IdentifierRequest['direction'];
  readonly amount: number;
}

/** The reserve condition with its figures, line by line. */
export function Reserve({ guid, direction, amount }: ReserveProps) {
  const t = useText(identifierTexts);
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
