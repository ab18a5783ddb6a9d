import { stepWords } from '../../contract/plan.js';
import { control } from '../state/control.js';
import { bilingual, useLanguage, useSaid, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Badge, Moment } from '../ui/shown.js';
import { Facts, Table } from '../ui/table.js';
import { verdictNames } from './report.texts.js';

const texts = bilingual(
  {
    title: 'Latest report',
    says: 'The latest conformance run in the folder in which the mock was started.',
    none: 'No report yet',
    noneSays: 'Run dcm verify there; it writes reports/latest, and this page shows it.',
    verdict: 'Verdict',
    target: 'Bank',
    at: 'Run at',
    open: 'Open the whole report',
    steps: 'Steps',
    step: 'Step',
    empty: 'The run judged no step.',
    summary: 'Scenarios',
  },
  {
    title: 'Останній звіт',
    says: 'Остання перевірка на відповідність у теці, де запущено імітатор.',
    none: 'Звіту ще немає',
    noneSays: 'Запустіть там dcm verify: звіт з’явиться в reports/latest, і ця сторінка його покаже.',
    verdict: 'Висновок',
    target: 'Банк',
    at: 'Час',
    open: 'Відкрити весь звіт',
    steps: 'Кроки',
    step: 'Крок',
    empty: 'Жодного кроку не перевірено.',
    summary: 'Сценарії',
  },
);

const good = ['passed', 'simulated', 'conformant', 'service-conformant'];
const bad = ['failed', 'error', 'not-conformant'];

const toneOf = (verdict: string) =>
  good.includes(verdict) ? 'good' : bad.includes(verdict) ? 'bad' : 'warn';

/** A verdict in the reader's language; one that this page does not know stays as it is. */
function useVerdictName(): (verdict: string) => string {
  const names: Readonly<Record<string, string>> = useText(verdictNames);
  return (verdict) => names[verdict] ?? verdict;
}

export function Report() {
  const nameOf = useVerdictName();
  const t = useText(texts);
  const inWords = useSaid();
  const language = useLanguage();
  const query = useQuery(() => control.latestReport({}), []);
  return (
    <Page title={t.title} says={t.says}>
      <Answer query={query}>
        {({ found, problem, verdict, target, at, summary, steps, page }) =>
          found && verdict !== undefined ? (
            <>
              <div class="card">
                <Facts
                  of={[
                    [
                      t.verdict,
                      <Badge key="verdict" tone={toneOf(verdict)}>
                        {nameOf(verdict)}
                      </Badge>,
                    ],
                    [t.target, target],
                    [t.at, <Moment key="at" at={at} clock="wall" />],
                    [
                      t.summary,
                      Object.entries(summary)
                        .filter(([, count]) => count > 0)
                        .map(([name, count]) => `${nameOf(name)}: ${count}`)
                        .join(', '),
                    ],
                  ]}
                />
                {page && (
                  <p class="foot">
                    <a href={page} target="_blank" rel="noreferrer">
                      {t.open}
                    </a>
                  </p>
                )}
              </div>
              <Section title={t.steps}>
                <Table
                  label={t.steps}
                  empty={t.empty}
                  rows={steps}
                  keyOf={({ step }) => step}
                  columns={[
                    {
                      title: t.step,
                      head: true,
                      cell: ({ step, title }) => `${step}. ${stepWords(step, language)?.title ?? title}`,
                    },
                    {
                      title: t.verdict,
                      cell: (one) => <Badge tone={toneOf(one.verdict)}>{nameOf(one.verdict)}</Badge>,
                    },
                  ]}
                />
              </Section>
            </>
          ) : (
            <Section title={t.none}>
              <p class="muted">{inWords(problem) || t.noneSays}</p>
            </Section>
          )
        }
      </Answer>
    </Page>
  );
}
