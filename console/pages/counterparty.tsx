import { ifFound } from '../../contract/client.js';
import type { Counterparty as Data } from '../../contract/control/counterparties.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { at } from '../state/place.js';
import { useQuery } from '../state/query.js';
import { Button } from '../ui/button.js';
import { Field, Form } from '../ui/form.js';
import { Link } from '../ui/link.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Badge, Identity, Moment } from '../ui/shown.js';
import { Facts } from '../ui/table.js';
import { counterpartyTexts } from './counterparty.texts.js';
import { Attributes } from './counterparty-attributes.js';
import { EntityTable } from './entity-table.js';

/** One counterparty: the officers' acts of steps 4, 5, 9 and 10, and its entities. */
export function Counterparty({ id }: { readonly id: string }) {
  const t = useText(counterpartyTexts);
  const query = useQuery(() => ifFound(control.getRegistered({ params: { guid: id } })), [id]);
  return (
    <Answer query={query}>
      {(bank) =>
        bank === undefined ? (
          <Page title={t.gone}>
            <Link to="/console/counterparties">{t.toList}</Link>
          </Page>
        ) : (
          <Known bank={bank} reload={query.reload} />
        )
      }
    </Answer>
  );
}

interface KnownProps {
  readonly bank: Data;
  readonly reload: () => void;
}

function Known({ bank, reload }: KnownProps) {
  const t = useText(counterpartyTexts);
  return (
    <Page
      title={bank.name}
      ledgerTimes
      actions={
        <>
          {bank.simulated && <Badge>{t.simulated}</Badge>}
          <a class="button" href={at(`/backoffice/${bank.alias}`)}>
            {t.backoffice}
          </a>
        </>
      }
    >
      <div class="card">
        <Facts
          of={[
            [t.alias, <code>{bank.alias}</code>],
            [t.guid, <Identity of={bank.guid} label={t.guid} />],
            [t.asset, bank.asset_code],
            [t.issuer, <Identity of={bank.asset_issuer} label={t.issuer} />],
            [t.registered, <Moment at={bank.created_at} />],
          ]}
        />
      </div>
      {!bank.simulated && (
        <div class="columns">
          <Attributes bank={bank} reload={reload} />
          <div>
            <Infrastructure guid={bank.guid} />
            <Employee guid={bank.guid} alias={bank.alias} />
            <CreateEntities bank={bank} reload={reload} />
          </div>
        </div>
      )}
      <Section title={t.entities}>
        <EntityTable counterparty={bank} />
      </Section>
    </Page>
  );
}

function Infrastructure({ guid }: { readonly guid: string }) {
  const t = useText(counterpartyTexts);
  const act = useAct();
  const task = { params: { guid }, body: {} };
  return (
    <Section title={t.infrastructure} says={t.infrastructureSays}>
      <div class="row">
        <Button
          label={t.request}
          act={act}
          run={() => control.requestInfrastructure(task)}
          done={t.requested}
        />
        <Button label={t.deploy} act={act} run={() => control.deployInfrastructure(task)} done={t.deployed} />
      </div>
      <Problem error={act.problem} />
    </Section>
  );
}

function Employee({ guid, alias }: { readonly guid: string; readonly alias: string }) {
  const t = useText(counterpartyTexts);
  return (
    <Section title={t.employee} says={t.employeeSays}>
      <Form
        label={t.employee}
        submit={t.invite}
        done={t.invited}
        clear
        run={({ email = '', name, surname }) => {
          const body = { email, name, surname, roles: ['Administrator'] };
          return control.inviteEmployee({ params: { guid }, body });
        }}
      >
        <div class="fields">
          <Field name="email" label={t.email} type="email" required />
          <Field name="name" label={t.firstName} />
          <Field name="surname" label={t.surname} />
        </div>
      </Form>
      <p class="hint">
        {t.passwordHint} <a href={at(`/backoffice/${alias}/reset-password/`)}>{t.passwordLink}</a>
      </p>
    </Section>
  );
}

function CreateEntities({ bank, reload }: KnownProps) {
  const t = useText(counterpartyTexts);
  const act = useAct();
  const run = () => control.createEntities({ params: { guid: bank.guid }, body: {} });
  return (
    <Section title={t.create} says={t.createSays}>
      {bank.emission_account_guid !== '' && bank.processing_account_guid !== '' ? (
        <p>
          <Badge tone="good">{t.created}</Badge>
        </p>
      ) : (
        <Button label={t.create} look="main" act={act} run={run} done={t.created} reload={reload} />
      )}
      <Problem error={act.problem} />
    </Section>
  );
}
