import type { Counterparty } from '../../contract/control/counterparties.js';
import type { JournalEntry } from '../../contract/control/journal.js';
import { useSaid, useText } from '../state/language.js';
import { Choice } from '../ui/form.js';
import { Link } from '../ui/link.js';
import { Badge, statusTone } from '../ui/shown.js';
import { happenTexts } from './make-happen.texts.js';

/** Does something, and has the page show the exchanges from then on. */
export type Begin = <Answer>(work: () => Promise<Answer>) => Promise<Answer>;

/** How a part of the page does something. */
export interface Doing {
  readonly begin: Begin;
  /** How often something was done: what the parts say of something earlier goes away. */
  readonly turn: number;
}

interface BankChoiceProps {
  readonly banks: readonly Counterparty[];
  readonly value?: string;
  readonly onChange?: (guid: string) => void;
}

export function BankChoice({ banks, value = banks[0]?.guid ?? '', onChange }: BankChoiceProps) {
  const t = useText(happenTexts);
  const options = banks.map(({ guid, name, alias }) => [guid, `${name} (${alias})`] as const);
  return (
    <Choice
      name="counterparty_guid"
      label={t.bank}
      value={value}
      options={options}
      {...(onChange ? { onChange } : {})}
    />
  );
}

interface OutcomeProps {
  readonly of: JournalEntry | undefined;
  /** The token was broken on purpose. */
  readonly broken?: boolean;
}

/** What a bank answered, and whether it was right. */
export function Outcome({ of, broken = false }: OutcomeProps) {
  const t = useText(happenTexts);
  const inWords = useSaid();
  if (of === undefined) return null;
  const { status, error, seq } = of;
  const judged = status === 401 ? t.refused : status === 200 ? t.accepted : t.other;
  return (
    <p class="note" data-testid="outcome">
      {status === 0 ? (
        <>
          {t.noAnswer} {inWords(error)}
        </>
      ) : (
        <>
          {t.answered}{' '}
          <Badge tone={broken ? (status === 401 ? 'good' : 'bad') : statusTone(status)}>{status}</Badge>
          {broken && `: ${judged}`}
        </>
      )}{' '}
      · <Link to={`/console/journal/${seq}`}>{`${t.openEntry} ${seq}`}</Link>
    </p>
  );
}
