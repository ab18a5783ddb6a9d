import { isOver, type RunHead } from '../../contract/control/run-parts.js';
import { control } from '../state/control.js';
import { useLanguage, useSaid, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { navigate } from '../state/route.js';
import { Check, Choice, Field, Form, type Given } from '../ui/form.js';
import { Link } from '../ui/link.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Moment } from '../ui/shown.js';
import { Table } from '../ui/table.js';
import { RunBadge, useCountsText, useDuration, useOptionsText } from './run-words.js';
import { runsTexts } from './runs.texts.js';
import { Comparison } from './runs-compared.js';

interface Targets {
  readonly targets: readonly { readonly name: string; readonly reference: boolean }[];
  readonly problem: string;
}

const both = async () => {
  const [targets, { runs }] = await Promise.all([control.listRunTargets({}), control.listRuns({})]);
  return { targets, runs };
};

/** Runs of the plan: one is started, all are listed, two are compared. */
export function Runs() {
  const t = useText(runsTexts);
  const query = useQuery(both, []);
  return (
    <Page title={t.title} says={t.says}>
      <Answer query={query}>
        {({ targets, runs }) => (
          <>
            <Start of={targets} />
            <List of={runs} canStart={targets.problem === ''} />
            <Comparison of={runs} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Start({ of: { targets, problem } }: { readonly of: Targets }) {
  const t = useText(runsTexts);
  const inWords = useSaid();
  const language = useLanguage();
  if (problem !== '')
    return (
      <Section title={t.start}>
        <p class="muted">{inWords(problem)}</p>
      </Section>
    );

  async function start({ target = '', quick, reset, ...texts }: Given): Promise<void> {
    const order = { ...texts, target, language, quick: quick !== undefined, reset: reset !== undefined };
    const { id } = await control.startRun({ body: order });
    navigate(`/console/runs/${id}`);
  }

  return (
    <Section title={t.start} says={t.startSays}>
      <Form label={t.start} run={start} done={t.started}>
        <div class="fields">
          <div>
            <Choice
              name="target"
              label={t.target}
              value={targets[0]?.name ?? ''}
              options={targets.map(({ name, reference }) => [name, reference ? t.reference : name])}
            />
            <p class="hint">{t.targetHint}</p>
          </div>
          <Field name="steps" label={t.steps} hint={t.stepsHint} />
          <Field name="tags" label={t.tags} hint={t.tagsHint} />
          <Field name="readings" label={t.readings} hint={t.readingsHint} />
          <Field name="defect" label={t.defect} hint={t.defectHint} />
          <Field name="seed" label={t.seed} hint={t.seedHint} />
        </div>
        <div>
          <Check name="quick" label={t.quick} checked={false} />
          <Check name="reset" label={t.reset} checked={false} />
          <p class="hint">{t.resetHint}</p>
        </div>
      </Form>
    </Section>
  );
}

interface ListProps {
  readonly of: readonly RunHead[];
  readonly canStart: boolean;
}

function List({ of, canStart }: ListProps) {
  const t = useText(runsTexts);
  const [optionsText, countsText, duration] = [useOptionsText(), useCountsText(), useDuration()];
  return (
    <Section title={t.runs}>
      <Table
        label={t.runs}
        empty={canStart ? t.none : t.noneHere}
        rows={of}
        keyOf={({ id }) => id}
        columns={[
          { title: t.id, head: true, cell: ({ id }) => <Link to={`/console/runs/${id}`}>{id}</Link> },
          { title: t.at, cell: ({ created_at }) => <Moment at={created_at} clock="wall" /> },
          { title: t.target, cell: ({ target }) => (target === 'reference' ? t.reference : target) },
          { title: t.options, cell: optionsText },
          { title: t.verdict, cell: (run) => <RunBadge of={run} /> },
          { title: t.counts, cell: countsText },
          { title: t.seed, cell: ({ seed }) => (seed === '' ? '–' : <code>{seed}</code>) },
          { title: t.duration, number: true, cell: (run) => (isOver(run) ? duration(run.ms) : '–') },
        ]}
      />
    </Section>
  );
}
