import { useState } from 'preact/hooks';
import { flows } from '../../contract/bank-service.js';
import type { Counterparty } from '../../contract/control/counterparties.js';
import type { JournalEntry } from '../../contract/control/journal.js';
import { tokenDefectsInUkrainian } from '../../contract/texts/token-defects.js';
import { control } from '../state/control.js';
import { useLanguage, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Choice, Field, Form } from '../ui/form.js';
import { Section } from '../ui/page.js';
import { happenTexts } from './make-happen.texts.js';
import { BankChoice, type Doing, Outcome } from './make-happen-parts.js';

const methods = ['user_auth', 'key', 'external_id'] as const;

interface AskBankProps extends Doing {
  readonly banks: readonly Counterparty[];
}

/** A reverse call with a sound token or with a broken one. */
export function AskBank({ banks, begin, turn }: AskBankProps) {
  const t = useText(happenTexts);
  const language = useLanguage();
  const [guid, setGuid] = useState(banks[0]?.guid ?? '');
  const [method, setMethod] = useState('key');
  const [outcome, setOutcome] = useState<{ readonly entry: JournalEntry; readonly broken: boolean }>();
  const defects = useQuery(() => control.listTokenDefects({}), []).data?.defects ?? [];
  const bank = banks.find((known) => known.guid === guid);
  // A mock of another version may know more of them.
  const inWords = (defect: string, says: string) =>
    (language === 'uk' && (tokenDefectsInUkrainian as Readonly<Record<string, string>>)[defect]) || says;
  const keeper = bank?.key_keepers[0];
  const subject = bank?.admin_subject ?? '';
  const suggested = (method === 'user_auth' ? keeper?.login : keeper?.external_id) ?? '';
  return (
    <Section title={t.reverse} says={t.reverseSays}>
      <Form
        label={t.reverse}
        submit={t.send}
        done={t.done}
        turn={turn}
        changed={() => setOutcome(undefined)}
        run={async ({ obj = '', sub, defect, ...given }) => {
          const body = {
            counterparty_guid: guid,
            method: methods.find((known) => known === method) ?? 'key',
            flow: flows.find((known) => known === given.flow),
            obj,
            sub,
            defect,
          };
          const { entry } = await begin(() => control.askBank({ body }));
          setOutcome({ entry, broken: defect !== undefined });
        }}
      >
        <BankChoice banks={banks} value={guid} onChange={setGuid} />
        <div class="pair">
          <Choice
            name="method"
            label={t.method}
            value={method}
            options={methods.map((known) => [known, `/${known}`])}
            onChange={setMethod}
          />
          <Choice name="flow" label={t.flow} value="sign-in" options={flows.map((known) => [known, known])} />
        </div>
        <div class="pair">
          <Field key={suggested} name="obj" label={t.obj} hint={t.objHint} value={suggested} required />
          <Field key={subject} name="sub" label={t.sub} value={subject} required />
        </div>
        <Choice
          name="defect"
          label={t.defect}
          value=""
          options={[
            ['', t.sound],
            ...defects.map(({ defect, says }) => [defect, `${defect}: ${inWords(defect, says)}`] as const),
          ]}
        />
      </Form>
      <Outcome of={outcome?.entry} broken={outcome?.broken ?? false} />
    </Section>
  );
}
