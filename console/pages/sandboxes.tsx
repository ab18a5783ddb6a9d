import { useState } from 'preact/hooks';
import { limitBounds } from '../../contract/control/sandboxes.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Button, Sure } from '../ui/button.js';
import { Choice, Field, Form } from '../ui/form.js';
import { List } from '../ui/list.js';
import { Page, Section } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Badge, Identity, Moment } from '../ui/shown.js';
import { Facts } from '../ui/table.js';
import { sandboxesTexts } from './sandboxes.texts.js';

type Made = Awaited<ReturnType<typeof control.createSandbox>>;

/** Worlds of their own below this mock. */
export function Sandboxes() {
  const t = useText(sandboxesTexts);
  const query = useQuery(() => control.listSandboxes({}), []);
  const act = useAct();
  const [made, setMade] = useState<Made>();
  const { data } = query;
  const shown = (one: Made) => {
    setMade(one);
    query.reload();
  };
  const removal = (name: string) => (
    <Sure
      label={t.remove}
      name={`${t.remove}: ${name}`}
      question={t.removeSure}
      act={act}
      run={() => control.deleteSandbox({ params: { name } })}
      done={t.removed}
      reload={query.reload}
    />
  );
  return (
    <Page title={t.title} says={t.says}>
      {made && <Ready made={made} />}
      <Problem error={act.problem} />
      <List
        query={{ ...query, data: data?.sandboxes }}
        label={t.list}
        name="sandboxes"
        empty={t.empty}
        keyOf={({ name }) => name}
        columns={[
          { title: t.name, head: true, cell: ({ name, console: url }) => <a href={url}>{name}</a> },
          { title: t.made, cell: ({ created_at }) => <Moment at={created_at} clock="wall" /> },
          {
            title: t.expires,
            cell: ({ expires_at }) => (expires_at === '' ? t.never : <Moment at={expires_at} clock="wall" />),
          },
          { title: t.from, cell: ({ forked_from }) => forked_from },
          {
            title: t.requests,
            number: true,
            cell: ({ requests, limits, used }) => (
              <span title={t.perSecond(limits.requests_per_s)}>
                {requests}
                {used.refused > 0 && <Badge tone="warn">{t.refused(used.refused)}</Badge>}
              </span>
            ),
          },
          {
            title: t.rows,
            number: true,
            cell: ({ used, limits }) => t.usedOf(String(used.rows), String(limits.rows)),
          },
          {
            title: t.entries,
            number: true,
            cell: ({ entries, used, limits }) => (
              <span title={t.usedOf(t.megabytes(used.journal_mb), t.megabytes(limits.journal_mb))}>
                {entries}
              </span>
            ),
          },
          {
            title: t.act,
            cell: ({ name }) => (
              <span class="row">
                <Button
                  label={t.copy}
                  name={`${t.copy}: ${name}`}
                  act={act}
                  run={async () => shown(await control.forkSandbox({ params: { name }, body: {} }))}
                  done={t.copied}
                />
                {removal(name)}
              </span>
            ),
          },
        ]}
      />
      {data?.damaged.map((name) => (
        <p key={name} class="hint">
          <Badge tone="bad">{t.damaged}</Badge> <code>{name}</code> {t.damagedSays} {removal(name)}
        </p>
      ))}
      {data && <p class="hint">{data.most === 0 ? t.none : t.room(data.sandboxes.length, data.most)}</p>}
      <Section title={t.make} says={t.makeSays}>
        <Form
          label={t.make}
          done={t.makeDone}
          run={async ({ name, life, ...limits }) =>
            shown(
              await control.createSandbox({
                body: {
                  ...(name && { name }),
                  ...(life && { ttl_s: Number(life) }),
                  limits: Object.fromEntries(
                    Object.entries(limits)
                      .filter(([, given]) => given)
                      .map(([of, given]) => [of, Number(given)]),
                  ),
                },
              }),
            )
          }
        >
          <Field name="name" label={t.name} hint={t.nameHint} pattern="[a-z0-9]([a-z0-9\-]*[a-z0-9])?" />
          <Choice
            name="life"
            label={t.life}
            value=""
            options={['', '3600', '86400', '604800'].map((life) => [
              life,
              t.lives[life as keyof typeof t.lives],
            ])}
          />
          {(['rows', 'requests_per_s', 'journal_mb'] as const).map((of) => (
            <Field
              key={of}
              name={of}
              label={t.limits[of]}
              hint={t.limitHint}
              type="number"
              min={limitBounds[of][0]}
              max={limitBounds[of][1]}
            />
          ))}
        </Form>
      </Section>
    </Page>
  );
}

function Ready({ made }: { readonly made: Made }) {
  const t = useText(sandboxesTexts);
  return (
    <Section title={t.ready(made.name)} says={t.readySays}>
      <Facts
        of={[
          [t.token, <Identity of={made.control_token} label={t.token} />],
          [t.viewerToken, <Identity of={made.viewer_token} label={t.viewerToken} />],
          [t.url, <Identity of={made.url} label={t.url} />],
          [t.jwks, <Identity of={made.jwks} label={t.jwks} />],
          [t.guid, <Identity of={made.counterparty_guid} label={t.guid} />],
        ]}
      />
      <a class="button" href={made.console}>
        {t.openIt}
      </a>
    </Section>
  );
}
