import { ifFound } from '../../contract/client.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Field, Form } from '../ui/form.js';
import { Link } from '../ui/link.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Badge, Identity, Moment } from '../ui/shown.js';
import { Facts } from '../ui/table.js';
import { counterpartyTexts } from './counterparty.texts.js';
import { Attributes, type CounterpartyData } from './counterparty-attributes.js';
import { EntityTable } from './entity-table.js';

/** One counterparty: the officers' acts of steps 4, 5, 9 and 10, and its entities. */
export function Counterparty({ guid }: { readonly guid: string }) {
  const t = useText(counterpartyTexts);
  const query = useQuery(() => ifFound(control.getRegistered({ params: { guid } })), [guid]);
  return (
    <Answer query={query}>
      {(one) =>
        one === undefined ? (
          <Page title={t.gone}>
            <Link to="/console/counterparties">{t.toList}</Link>
          </Page>
        ) : (
          <Known one={one} reload={query.reload} />
        )
      }
    </Answer>
  );
}

interface KnownProps {
  readonly one: CounterpartyData;
  readonly reload: () => void;
}

function Known({ one, reload }: KnownProps) {
  const t = useText(counterpartyTexts);
  return (
    <Page
      title={one.name}
      ledgerTimes
      actions={
        <>
          {one.simulated && <Badge>{t.simulated}</Badge>}
          <a class="button" href={`/backoffice/${one.alias}`}>
            {t.backoffice}
          </a>
        </>
      }
    >
      <div class="card">
        <Facts
          of={[
            [t.alias, <code>{one.alias}</code>],
            [t.guid, <Identity of={one.guid} label={t.guid} />],
            [t.asset, one.asset_code],
            [t.issuer, <Identity of={one.asset_issuer} label={t.issuer} />],
            [t.registered, <Moment at={one.created_at} />],
          ]}
        />
      </div>
      {!one.simulated && (
        <div class="columns">
          <Attributes one={one} reload={reload} />
          <div>
            <Infrastructure guid={one.guid} />
            <Employee guid={one.guid} alias={one.alias} />
            <CreateEntities one={one} reload={reload} />
          </div>
        </div>
      )}
      <Section title={t.entities}>
        <EntityTable counterparty={one} />
      </Section>
    </Page>
  );
}

function Infrastructure({ guid }: { readonly guid: string }) {
  const t = useText(counterpartyTexts);
  const act = useAct();
  const params = { guid };
  return (
    <Section title={t.infrastructure} says={t.infrastructureSays}>
      <div class="row">
        <button
          type="button"
          disabled={act.busy}
          onClick={() => act.run(() => control.requestInfrastructure({ params, body: {} }), t.requested)}
        >
          {t.request}
        </button>
        <button
          type="button"
          disabled={act.busy}
          onClick={() => act.run(() => control.deployInfrastructure({ params, body: {} }), t.deployed)}
        >
          {t.deploy}
        </button>
      </div>
      <Problem error={act.problem} />
    </Section>
  );
}

function Employee({ guid, alias }: { readonly guid: string; readonly alias: string }) {
  const t = useText(counterpartyTexts);
  const act = useAct();
  return (
    <Section title={t.employee} says={t.employeeSays}>
      <Form
        label={t.employee}
        submit={t.invite}
        act={act}
        onSubmit={async ({ email = '', name, surname }, form) => {
          const body = { email, name, surname, roles: ['Administrator'] };
          const well = await act.run(() => control.inviteEmployee({ params: { guid }, body }), t.invited);
          if (well) form.reset();
        }}
      >
        <div class="fields">
          <Field name="email" label={t.email} type="email" required />
          <Field name="name" label={t.firstName} />
          <Field name="surname" label={t.surname} />
        </div>
      </Form>
      <p class="hint">
        {t.passwordHint} <a href={`/backoffice/${alias}/reset-password/`}>{t.passwordLink}</a>
      </p>
    </Section>
  );
}

function CreateEntities({ one, reload }: KnownProps) {
  const t = useText(counterpartyTexts);
  const act = useAct();
  const there = one.emission_account_guid !== '' && one.processing_account_guid !== '';
  const params = { guid: one.guid };
  return (
    <Section title={t.create} says={t.createSays}>
      {there ? (
        <p>
          <Badge tone="good">{t.created}</Badge>
        </p>
      ) : (
        <button
          type="button"
          class="main"
          disabled={act.busy}
          onClick={async () => {
            if (await act.run(() => control.createEntities({ params, body: {} }), t.created)) reload();
          }}
        >
          {t.create}
        </button>
      )}
      <Problem error={act.problem} />
    </Section>
  );
}
