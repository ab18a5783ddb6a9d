import { isOver, type Run as RunOf } from '../../contract/control/run-parts.js';
import { runOperations, runPages } from '../../contract/control/runs.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useSaid, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Sure } from '../ui/button.js';
import { Link } from '../ui/link.js';
import { Answer, Page } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Moment } from '../ui/shown.js';
import { Facts } from '../ui/table.js';
import { RunFile } from './run-file.js';
import { RunSteps } from './run-steps.js';
import { RunBadge, useCountsText, useDuration, useOptionsText } from './run-words.js';
import { runsTexts } from './runs.texts.js';

/** One run as it happens: its scenarios by step, what failed and why, its report. */
export function Run({ id }: { readonly id: string }) {
  const t = useText(runsTexts);
  const query = useQuery(() => control.getRun({ params: { id } }), [id]);
  return (
    <Page title={`${t.run} ${id}`} actions={<Link to="/console/runs">{t.toList}</Link>}>
      <Answer query={query}>
        {(run) => (
          <>
            <Summary of={run} reload={query.reload} />
            <RunSteps of={run} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Summary({ of: run, reload }: { readonly of: RunOf; readonly reload: () => void }) {
  const t = useText(runsTexts);
  const inWords = useSaid();
  const act = useAct();
  const [optionsText, countsText, duration] = [useOptionsText(), useCountsText(), useDuration()];
  const params = { id: run.id };
  const done = run.scenarios.filter(({ verdict }) => verdict !== undefined).length;
  const planned = Math.max(run.planned, done);
  return (
    <div class="card">
      <Facts
        of={[
          [t.verdict, <RunBadge key="verdict" of={run} />],
          [t.target, run.target === 'reference' ? t.reference : run.target],
          [t.options, optionsText(run)],
          [t.at, <Moment key="at" at={run.started_at} clock="wall" />],
          [t.startedBy, t.by[run.started_by]],
          [t.seed, run.seed || '–'],
          [t.counts, countsText(run)],
          ...(isOver(run) ? [[t.duration, duration(run.ms)] as const] : []),
          ...(run.note ? [[t.why, inWords(run.note)] as const] : []),
        ]}
      />
      {run.state === 'running' && planned > 0 && (
        <>
          <p class="foot" data-testid="progress">
            {t.progress(done, planned)}
          </p>
          <progress class="meter" value={done} max={planned} aria-label={t.progress(done, planned)} />
        </>
      )}
      {isOver(run) ? (
        <p class="foot row">
          {run.report && (
            <RunFile path={runPages.getRunReport.path} id={run.id} name="report.html" label={t.report} />
          )}
          {run.bundle && (
            <RunFile path={runPages.getRunBundle.path} id={run.id} name="bundle.zip" label={t.bundle} />
          )}
          {run.result && (
            <RunFile path={runOperations.getRunResult.path} id={run.id} name="result.json" label={t.result} />
          )}
        </p>
      ) : (
        <p class="foot">
          <Sure
            label={t.stop}
            question={t.stopSure}
            act={act}
            run={() => control.stopRun({ params, body: {} })}
            done={t.stopped}
            reload={reload}
          />
        </p>
      )}
      <Problem error={act.problem} />
    </div>
  );
}
