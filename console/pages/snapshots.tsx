import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Button, Sure } from '../ui/button.js';
import { momentColumn } from '../ui/columns.js';
import { Field, Form } from '../ui/form.js';
import { Link } from '../ui/link.js';
import { List } from '../ui/list.js';
import { Page, Section } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { snapshotsTexts } from './snapshots.texts.js';

/** The state as a whole: snapshots, reset, and the way to the clock. */
export function Snapshots() {
  const t = useText(snapshotsTexts);
  const query = useQuery(async () => (await control.listSnapshots({})).snapshots, []);
  const act = useAct();
  return (
    <Page title={t.title} says={t.says} ledgerTimes actions={<Link to="/console/clock">{t.clock}</Link>}>
      <Problem error={act.problem} />
      <List
        query={query}
        label={t.list}
        empty={t.empty}
        keyOf={({ name }) => name}
        columns={[
          { title: t.name, head: true, cell: ({ name }) => name },
          momentColumn(t.at, 'taken_at'),
          { title: t.rows, number: true, cell: ({ rows }) => rows },
          {
            title: t.act,
            cell: ({ name }) => (
              <span class="row">
                <Sure
                  label={t.restore}
                  name={`${t.restore}: ${name}`}
                  question={t.restoreSure}
                  act={act}
                  run={() => control.restoreSnapshot({ body: { name } })}
                  done={t.restored}
                  reload={query.reload}
                />
                <Button
                  label={t.drop}
                  name={`${t.drop}: ${name}`}
                  act={act}
                  run={() => control.dropSnapshots({ query: { name } })}
                  done={t.dropped}
                  reload={query.reload}
                />
              </span>
            ),
          },
        ]}
      />
      <div class="columns">
        <Section title={t.take}>
          <Form
            label={t.take}
            done={t.taken}
            reload={query.reload}
            run={({ name = '' }) => control.takeSnapshot({ body: { name } })}
          >
            <Field name="name" label={t.name} hint={t.nameHint} value="default" required />
          </Form>
        </Section>
        <Reset />
      </div>
    </Page>
  );
}

function Reset() {
  const t = useText(snapshotsTexts);
  const act = useAct();
  return (
    <Section title={t.reset} says={t.resetSays}>
      <Sure
        label={t.resetAll}
        question={t.resetSure}
        act={act}
        run={() => control.reset({ body: {} })}
        done={t.resetDone}
      />
      <Problem error={act.problem} />
    </Section>
  );
}
