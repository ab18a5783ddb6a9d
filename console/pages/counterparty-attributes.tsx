import { useState } from 'preact/hooks';
import type { ControlOperations } from '../../contract/control/index.js';
import type { Answer as AnswerOf } from '../../contract/operation.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { Check, Choice, Field, Form, type Given } from '../ui/form.js';
import { Section } from '../ui/page.js';
import { counterpartyTexts } from './counterparty.texts.js';

export type CounterpartyData = AnswerOf<ControlOperations['getRegistered']>;

type Keeper = CounterpartyData['key_keepers'][number];

const urls = ['user_auth_url', 'user_key_url', 'user_id_url', 'callback_url', 'sign_url'] as const;
const flags = ['auto_issue', 'auto_burn'] as const;

/** What a form says of a counterparty; an emptied field takes away what is stored. */
function attributesOf(given: Given, keepers: number) {
  const text = (name: string) => given[name];
  const orNone = (name: string) => given[name] ?? '';
  const rows = Array.from({ length: keepers }, (_, row): Keeper | undefined => {
    const login = text(`login-${row}`);
    const external_id = text(`external_id-${row}`);
    const purpose = text(`for-${row}`) === 'processing' ? 'processing' : 'identification';
    return login === undefined || external_id === undefined
      ? undefined
      : { login, external_id, for: purpose };
  }).filter((row) => row !== undefined);
  const signers = ['signer-0', 'signer-1'].map(text).filter((one) => one !== undefined);
  const schemes = (['dcm', 'bank'] as const).filter((one) => text(`scheme-${one}`) !== undefined);
  return {
    ...Object.fromEntries(urls.map((name) => [name, orNone(name)])),
    ...Object.fromEntries(flags.map((name) => [name, text(name) !== undefined])),
    admin_subject: text('admin_subject'),
    key_keepers: rows,
    schemes,
    signers,
  };
}

/** Step 9: the bank's URLs and what else was handed over at onboarding. */
export function Attributes({ one, reload }: { readonly one: CounterpartyData; readonly reload: () => void }) {
  const t = useText(counterpartyTexts);
  const act = useAct();
  const [keepers, setKeepers] = useState(Math.max(2, one.key_keepers.length));
  return (
    <Section title={t.attributes} says={t.attributesSays}>
      <Form
        label={t.attributes}
        submit={t.save}
        act={act}
        onSubmit={async (given) => {
          const body = attributesOf(given, keepers);
          if (await act.run(() => control.updateRegistered({ params: { guid: one.guid }, body }), t.saved))
            reload();
        }}
      >
        {urls.map((name) => (
          <Field key={name} name={name} type="url" label={name} hint={t[name]} value={one[name]} />
        ))}
        <Field
          name="admin_subject"
          label="admin_subject"
          hint={t.admin_subject}
          value={one.admin_subject}
          required
        />
        <fieldset>
          <legend>{t.keepers}</legend>
          <p class="hint">{t.keepersSays}</p>
          {Array.from({ length: keepers }, (_, row) => (
            <KeeperFields key={row} row={row} keeper={one.key_keepers[row]} />
          ))}
          <div>
            <button type="button" class="small" onClick={() => setKeepers(keepers + 1)}>
              {t.moreKeepers}
            </button>
          </div>
        </fieldset>
        <fieldset>
          <legend>{t.schemes}</legend>
          <div>
            <Check name="scheme-dcm" label="JWT by DCM" checked={one.schemes.includes('dcm')} />
            <Check name="scheme-bank" label="JWT by Bank" checked={one.schemes.includes('bank')} />
          </div>
        </fieldset>
        <fieldset>
          <legend>{t.signers}</legend>
          <p class="hint">{t.signersSays}</p>
          <Field
            name="signer-0"
            label={t.signerOf.customers}
            value={one.signers[0] ?? ''}
            pattern="G[A-Z2-7]{55}"
          />
          <Field
            name="signer-1"
            label={t.signerOf.own}
            value={one.signers[1] ?? ''}
            pattern="G[A-Z2-7]{55}"
          />
        </fieldset>
        <fieldset>
          <legend>{t.automatic}</legend>
          <div>
            <Check name="auto_issue" label={t.auto_issue} checked={one.auto_issue} />
            <Check name="auto_burn" label={t.auto_burn} checked={one.auto_burn} />
          </div>
        </fieldset>
      </Form>
    </Section>
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
