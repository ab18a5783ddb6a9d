import type { LatestReport } from '../../contract/control/reports.js';
import { stepWords } from '../../contract/plan.js';
import { control } from '../state/control.js';
import { bilingual, useLanguage, useSaid, useText } from '../state/language.js';
import { at } from '../state/place.js';
import { useQuery } from '../state/query.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Moment } from '../ui/shown.js';
import { Facts, Table } from '../ui/table.js';
import { reportTitle } from './titles.texts.js';
import { useVerdictName, VerdictBadge } from './verdict.js';

const reportTexts = bilingual(
  {
    ...reportTitle.en,
    says: 'The latest conformance run in the folder where the mock was started.',
    none: 'No report yet',
    noneSays: 'Run dcm verify there: it writes the report to reports/latest, and this page shows it.',
    verdict: 'Verdict',
    target: 'Bank',
    at: 'Time',
    open: 'Open the full report',
    steps: 'Steps',
    step: 'Step',
    empty: 'The run verified no step.',
    summary: 'Scenarios',
  },
  {
    ...reportTitle.uk,
    says: 'Останній прогін перевірки на відповідність у теці, де запущено імітатор.',
    none: 'Звіту ще немає',
    noneSays: 'Запустіть там dcm verify: звіт з’явиться в reports/latest, і ця сторінка його покаже.',
    verdict: 'Висновок',
    target: 'Банк',
    at: 'Час',
    open: 'Відкрити повний звіт',
    steps: 'Кроки',
    step: 'Крок',
    empty: 'Жодного кроку не перевірено.',
    summary: 'Сценарії',
  },
);

export function Report() {
  const t = useText(reportTexts);
  const inWords = useSaid();
  const query = useQuery(() => control.latestReport({}), []);
  return (
    <Page title={t.title} says={t.says}>
      <Answer query={query}>
        {(report) =>
          report.found && report.verdict !== undefined ? (
            <>
              <Summary of={report} verdict={report.verdict} />
              <Steps of={report.steps} />
            </>
          ) : (
            <Section title={t.none}>
              <p class="muted">{inWords(report.problem) || t.noneSays}</p>
            </Section>
          )
        }
      </Answer>
    </Page>
  );
}

function Summary({ of, verdict }: { readonly of: LatestReport; readonly verdict: string }) {
  const t = useText(reportTexts);
  const nameOf = useVerdictName();
  const scenarios = Object.entries(of.summary).filter(([, count]) => count > 0);
  return (
    <div class="card">
      <Facts
        of={[
          [t.verdict, <VerdictBadge of={verdict} />],
          [t.target, of.target],
          [t.at, <Moment at={of.at} clock="wall" />],
          [t.summary, scenarios.map(([name, count]) => `${nameOf(name)}: ${count}`).join(', ')],
        ]}
      />
      {of.page && (
        <p class="foot">
          <a href={at(of.page)} target="_blank" rel="noreferrer">
            {t.open}
          </a>
        </p>
      )}
    </div>
  );
}

function Steps({ of }: { readonly of: LatestReport['steps'] }) {
  const t = useText(reportTexts);
  const language = useLanguage();
  return (
    <Section title={t.steps}>
      <Table
        label={t.steps}
        empty={t.empty}
        rows={of}
        keyOf={({ step }) => step}
        columns={[
          {
            title: t.step,
            head: true,
            cell: ({ step, title }) => `${step}. ${stepWords(step, language)?.title ?? title}`,
          },
          { title: t.verdict, cell: ({ verdict }) => <VerdictBadge of={verdict} /> },
        ]}
      />
    </Section>
  );
}
