import { useState } from 'preact/hooks';
import { callbackKinds } from '../../contract/bank-service.js';
import type { Counterparty } from '../../contract/control/counterparties.js';
import type { JournalEntry } from '../../contract/control/journal.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Choice, Field, Form } from '../ui/form.js';
import { Section } from '../ui/page.js';
import { happenTexts } from './make-happen.texts.js';
import { BankChoice, type Doing, Outcome } from './make-happen-parts.js';

interface SendCallbackProps extends Doing {
  readonly banks: readonly Counterparty[];
}

/** A callback with values of one's own. */
export function SendCallback({ banks, begin, turn }: SendCallbackProps) {
  const t = useText(happenTexts);
  const [entry, setEntry] = useState<JournalEntry>();
  const newest = useQuery(() => control.listTransfers({ query: { limit: 1 } }), []);
  const suggested = newest.data?.transfers[0]?.guid ?? '';
  return (
    <Section title={t.callback} says={t.callbackSays}>
      <Form
        label={t.callback}
        submit={t.send}
        done={t.done}
        turn={turn}
        changed={() => setEntry(undefined)}
        run={async ({ counterparty_guid = '', kind, transaction_id = '' }) => {
          const chosen = callbackKinds.find((known) => known === kind) ?? 'transfer';
          const body = { counterparty_guid, kind: chosen, transaction_id };
          setEntry((await begin(() => control.sendCallback({ body }))).entry);
        }}
      >
        <BankChoice banks={banks} />
        <Choice
          name="kind"
          label={t.kind}
          value="transfer"
          options={callbackKinds.map((known) => [known, known])}
        />
        <Field
          name="transaction_id"
          label={t.transaction}
          hint={t.transactionHint}
          value={suggested}
          required
        />
      </Form>
      <Outcome of={entry} />
    </Section>
  );
}
