import { isOver, type RunHead } from '../../contract/control/run-parts.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Link } from '../ui/link.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Moment } from '../ui/shown.js';
import { Table } from '../ui/table.js';
import { RunBadge, useCountsText, useDuration, useOptionsText } from './run-words.js';
import { runsTexts } from './runs.texts.js';
import { Comparison } from './runs-compared.js';
import { StartRun } from './runs-start.js';

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
            <StartRun of={targets} />
            <List of={runs} canStart={targets.problem === ''} />
            <Comparison of={runs} />
          </>
        )}
      </Answer>
    </Page>
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
        name="runs"
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
