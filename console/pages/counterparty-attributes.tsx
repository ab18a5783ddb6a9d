import { useState } from 'preact/hooks';
import type { Counterparty } from '../../contract/control/counterparties.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { Check, Choice, Field, Fieldset, Form, type Given } from '../ui/form.js';
import { Section } from '../ui/page.js';
import { counterpartyTexts } from './counterparty.texts.js';

type Keeper = Counterparty['key_keepers'][number];

const urls = ['user_auth_url', 'user_key_url', 'user_id_url', 'callback_url', 'sign_url'] as const;
const flags = ['auto_issue', 'auto_burn'] as const;
const schemes = { dcm: 'JWT by DCM', bank: 'JWT by Bank' } as const;
const schemeNames = ['dcm', 'bank'] as const;
const signers = ['customers', 'own'] as const;

/** The attributes in a form; an empty field deletes the stored value. */
function attributesOf(given: Given) {
  const keeperOf = (row: number): Keeper | undefined => {
    const { [`login-${row}`]: login, [`external_id-${row}`]: external_id, [`for-${row}`]: purpose } = given;
    if (login === undefined || external_id === undefined) return undefined;
    return { login, external_id, for: purpose === 'processing' ? 'processing' : 'identification' };
  };
  const rows = Object.keys(given).filter((name) => name.startsWith('for-')).length;
  return {
    ...Object.fromEntries(urls.map((name) => [name, given[name] ?? ''])),
    ...Object.fromEntries(flags.map((name) => [name, given[name] !== undefined])),
    admin_subject: given.admin_subject,
    key_keepers: Array.from({ length: rows }, (_, row) => keeperOf(row)).filter((row) => row !== undefined),
    schemes: schemeNames.filter((name) => given[`scheme-${name}`] !== undefined),
    signers: signers.map((name) => given[`signer-${name}`]).filter((key) => key !== undefined),
  };
}

interface OfBank {
  readonly bank: Counterparty;
}

/** Step 9: the bank's URLs and the other data provided at onboarding. */
export function Attributes({ bank, reload }: OfBank & { readonly reload: () => void }) {
  const t = useText(counterpartyTexts);
  const params = { guid: bank.guid };
  return (
    <Section title={t.attributes} says={t.attributesSays}>
      <Form
        label={t.attributes}
        submit={t.save}
        run={(given) => control.updateRegistered({ params, body: attributesOf(given) })}
        done={t.saved}
        reload={reload}
      >
        {urls.map((name) => (
          <Field key={name} name={name} type="url" label={name} hint={t[name]} value={bank[name]} />
        ))}
        <Field
          name="admin_subject"
          label="admin_subject"
          hint={t.admin_subject}
          value={bank.admin_subject}
          required
        />
        <Keepers bank={bank} />
        <Fieldset legend={t.schemes}>
          <div>
            {schemeNames.map((name) => (
              <Check
                key={name}
                name={`scheme-${name}`}
                label={schemes[name]}
                checked={bank.schemes.includes(name)}
              />
            ))}
          </div>
        </Fieldset>
        <Fieldset legend={t.signers} says={t.signersSays}>
          {signers.map((name, index) => (
            <Field
              key={name}
              name={`signer-${name}`}
              label={t.signerOf[name]}
              value={bank.signers[index] ?? ''}
              pattern="G[A-Z2-7]{55}"
            />
          ))}
        </Fieldset>
        <Fieldset legend={t.automatic}>
          <div>
            {flags.map((name) => (
              <Check key={name} name={name} label={t[name]} checked={bank[name]} />
            ))}
          </div>
        </Fieldset>
      </Form>
    </Section>
  );
}

function Keepers({ bank: { key_keepers } }: OfBank) {
  const t = useText(counterpartyTexts);
  const [count, setCount] = useState(Math.max(2, key_keepers.length));
  return (
    <Fieldset legend={t.keepers} says={t.keepersSays}>
      {Array.from({ length: count }, (_, row) => (
        <KeeperFields key={row} row={row} keeper={key_keepers[row]} />
      ))}
      <div>
        <button type="button" class="small" onClick={() => setCount(count + 1)}>
          {t.moreKeepers}
        </button>
      </div>
    </Fieldset>
  );
}

function KeeperFields({ row, keeper }: { readonly row: number; readonly keeper: Keeper | undefined }) {
  const t = useText(counterpartyTexts);
  const label = (text: string) => `${text} ${row + 1}`;
  return (
    <div class="fields short">
      <Choice
        name={`for-${row}`}
        label={label(t.keeperFor)}
        value={keeper?.for ?? (row === 1 ? 'processing' : 'identification')}
        options={[
          ['identification', t.identification],
          ['processing', t.processing],
        ]}
      />
      <Field name={`login-${row}`} label={label('login')} value={keeper?.login ?? ''} />
      <Field name={`external_id-${row}`} label={label('external_id')} value={keeper?.external_id ?? ''} />
    </div>
  );
}
