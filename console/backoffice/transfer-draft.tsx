import { useState } from 'preact/hooks';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { navigate } from '../state/route.js';
import { Choice, Field, Form, type Given } from '../ui/form.js';
import { Answer, Section } from '../ui/page.js';
import { Chosen } from './chosen.js';
import { explained } from './explained.js';
import { customersOf, entitiesOf } from './own-entities.js';
import { assetOf, base, dcm, type Site } from './site.js';
import { transfersTexts } from './transfers.texts.js';

/** What a draft can name: entities with their owners, and categories. */
async function choicesOf(counterparty_guid: string) {
  const [entities, customers, { categories }] = await Promise.all([
    entitiesOf(counterparty_guid),
    customersOf(counterparty_guid),
    dcm.listCategories({}),
  ]);
  const logins = new Map(customers.map(({ customer_guid, login }) => [customer_guid, login]));
  return { entities, logins, categories };
}

type Choices = Awaited<ReturnType<typeof choicesOf>>;

/** The draft of a transfer; when it is made, its own page opens, where it is confirmed. */
export function TransferDraft({ site }: { readonly site: Site }) {
  const t = useText(transfersTexts);
  const query = useQuery(() => choicesOf(site.counterparty_guid), []);
  return (
    <Section title={t.make} says={t.makeSays}>
      <Answer query={query}>
        {(choices) =>
          choices.entities.length < 2 ? (
            <p class="empty">{t.noEntities}</p>
          ) : (
            <DraftForm site={site} choices={choices} />
          )
        }
      </Answer>
    </Section>
  );
}

interface DraftFormProps {
  readonly site: Site;
  readonly choices: Choices;
}

function DraftForm({ site, choices: { entities, logins, categories } }: DraftFormProps) {
  const t = useText(transfersTexts);
  const [sender, setSender] = useState(entities[0]?.wallet_account_guid ?? '');
  const [receiver, setReceiver] = useState(entities[1]?.wallet_account_guid ?? '');
  const options = entities.map((entity) => {
    const owner = logins.get(entity.wallet_user_guid) ?? entity.wallet_user_external_id;
    const shown = [owner, t.kinds[entity.account_kind], `${entity.balance} ${site.asset_code}`];
    return [entity.wallet_account_guid, shown.filter((part) => part !== '').join(' · ')] as const;
  });
  return (
    <Form label={t.make} run={(given) => makeDraft(site, given)} done={t.made} advice={explained}>
      <div class="fields">
        <Choice name="sender_id" label={t.sender} value={sender} options={options} onChange={setSender} />
        <Choice
          name="chosen_receiver"
          label={t.receiver}
          value={receiver}
          options={[...options, ['', t.other]]}
          onChange={setReceiver}
        />
        {receiver === '' && (
          <Field name="receiver_id" label={t.receiverGuid} hint={t.receiverHint} required />
        )}
        <Field name="amount" label={t.amount} type="number" min={0} step="0.0000001" required />
        <Field name="purpose" label={t.purpose} />
        <Chosen
          name="category_guid"
          label={t.category}
          options={[
            ['', t.without],
            ...categories.map(({ guid, name, description }) => [guid, `${name} ${description}`] as const),
          ]}
        />
      </div>
    </Form>
  );
}

async function makeDraft(site: Site, { chosen_receiver, receiver_id, amount, ...given }: Given) {
  const { guid } = await dcm.createPayment({
    params: { counterparty_guid: site.counterparty_guid },
    body: {
      ...assetOf(site),
      ...given,
      receiver_id: chosen_receiver ?? receiver_id,
      amount: Number(amount),
    },
  });
  navigate(`${base}/transfers/${guid}`);
}
