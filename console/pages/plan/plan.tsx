import type { PlannedScenario } from '../../../contract/control/plan.js';
import type { Run } from '../../../contract/control/run-parts.js';
import { stepWords } from '../../../contract/plan.js';
import { findRule } from '../../../contract/rules/index.js';
import { scenarioName } from '../../../contract/texts/scenarios/index.js';
import { control } from '../../state/control.js';
import { useFilters } from '../../state/filters.js';
import { useLanguage, useText } from '../../state/language.js';
import { useQuery } from '../../state/query.js';
import { FilterBar } from '../../ui/filter-bar.js';
import { Link } from '../../ui/link.js';
import { Answer, Page, Section } from '../../ui/page.js';
import { VerdictBadge } from '../verdict.js';
import { planTexts } from './plan.texts.js';

interface Known {
  readonly steps: readonly { readonly step: number; readonly scenarios: readonly PlannedScenario[] }[];
  /** The latest run that has ended; undefined without one. */
  readonly run: Run | undefined;
}

async function known(): Promise<Known> {
  const [{ steps }, { runs }] = await Promise.all([control.getPlan({}), control.listRuns({})]);
  const ended = runs.find(({ state }) => state === 'finished');
  const run = ended && (await control.getRun({ params: { id: String(ended.id) } }));
  return { steps, run };
}

const wordsOf = ({ ids, name, rules, text }: PlannedScenario): string =>
  `${ids.join(' ')} ${name} ${rules.join(' ')} ${text}`.toLowerCase();

/** The scenarios of the plan: their sentences, rules, and how they ended last. */
export function Plan() {
  const t = useText(planTexts);
  const filters = useFilters('/console/plan');
  const query = useQuery(known, []);
  const wanted = (filters.given.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return (
    <Page title={t.title} says={t.says}>
      <FilterBar
        filters={filters}
        of={[{ name: 'search', label: t.search, type: 'search', hint: t.searchHint }]}
      />
      <Answer query={query}>
        {({ steps, run }) => (
          <>
            <p class="note">
              {run === undefined ? t.noRun : t.lastRun}{' '}
              <Link to={run === undefined ? '/console/runs' : `/console/runs/${run.id}`}>
                {run === undefined ? t.toRuns : `${run.id}, ${run.target}`}
              </Link>
            </p>
            {steps.map(({ step, scenarios }) => (
              <Step
                key={step}
                step={step}
                scenarios={scenarios.filter((one) => wanted.every((word) => wordsOf(one).includes(word)))}
                run={run}
              />
            ))}
          </>
        )}
      </Answer>
    </Page>
  );
}

interface StepProps {
  readonly step: number;
  readonly scenarios: readonly PlannedScenario[];
  readonly run: Run | undefined;
}

function Step({ step, scenarios, run }: StepProps) {
  const t = useText(planTexts);
  const words = stepWords(step, useLanguage());
  return (
    <Section
      title={`${t.step} ${step}. ${words?.title ?? ''}`}
      {...(words && { says: `${words.who}: ${words.outcome}` })}
    >
      {scenarios.length === 0 && <p class="empty">{t.empty}</p>}
      {scenarios.map((scenario) => (
        <Scenario key={scenario.ids.join()} scenario={scenario} run={run} />
      ))}
    </Section>
  );
}

function Scenario({ scenario, run }: { readonly scenario: PlannedScenario; readonly run: Run | undefined }) {
  const t = useText(planTexts);
  const language = useLanguage();
  const { ids, name, subject, rules, text } = scenario;
  const ended = run?.scenarios.filter(({ id }) => ids.includes(id)) ?? [];
  const verdicts = [...new Set(ended.flatMap(({ verdict }) => verdict ?? []))];
  const [id = ''] = ids;
  const shown = ids.length === 1 ? scenarioName({ id, name }, language) : name;
  return (
    <details class="scenario">
      <summary>
        <code>{ids.length === 1 ? id : `${id} … ${ids.at(-1)}`}</code> <span>{shown}</span>{' '}
        {verdicts.length === 0 ? (
          <span class="muted">{t.never}</span>
        ) : (
          verdicts.map((verdict) => <VerdictBadge key={verdict} of={verdict} />)
        )}
      </summary>
      <p class="hint">
        {t.subject}: {t.subjects[subject]}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by the keyboard */}
      <pre lang="en" tabIndex={0}>
        {text}
      </pre>
      {rules.length > 0 && (
        <ul aria-label={t.rules}>
          {rules.map((rule) => (
            <li key={rule}>
              <code>{rule}</code> {findRule(rule)?.says[language] ?? ''}
            </li>
          ))}
        </ul>
      )}
      {ended.map(({ id: one, scheme, first_seq, last_seq, exchanges }) =>
        exchanges > 0 ? (
          <p key={`${one} ${scheme}`}>
            <Link to={`/console/journal?from_seq=${first_seq}&to_seq=${last_seq}`}>
              {`${t.exchanges}: ${one} ${scheme ?? ''}`}
            </Link>
          </p>
        ) : null,
      )}
    </details>
  );
}
