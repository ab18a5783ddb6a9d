import { isOver, type Run, type RunScenario } from '../../contract/control/run-parts.js';
import { stepWords } from '../../contract/plan.js';
import { seenWords } from '../../contract/rules/seen.js';
import { seenIn } from '../../contract/texts/said-by-checks/index.js';
import { scenarioName } from '../../contract/texts/scenarios/index.js';
import { useLanguage, useText } from '../state/language.js';
import { Link } from '../ui/link.js';
import { Section } from '../ui/page.js';
import { Badge } from '../ui/shown.js';
import { useDuration } from './run-words.js';
import { runsTexts } from './runs.texts.js';
import { VerdictBadge } from './verdict.js';

/** The scenarios of a run by the steps of the plan, in the order in which they began. */
export function RunSteps({ of: run }: { readonly of: Run }) {
  const t = useText(runsTexts);
  const language = useLanguage();
  if (run.scenarios.length === 0) {
    const says = isOver(run) ? t.nothing : run.state === 'queued' ? t.waiting : t.begins;
    return <p class="muted">{says}</p>;
  }
  const steps = [...new Set(run.scenarios.map(({ step }) => step))].sort((a, b) => a - b);
  return (
    <>
      {steps.map((step) => (
        <Section key={step} title={t.step(step, stepWords(step, language)?.title ?? '')}>
          <ul class="scenarios">
            {run.scenarios
              .filter((scenario) => scenario.step === step)
              .map((scenario) => (
                <Scenario key={`${scenario.id} ${scenario.scheme}`} of={scenario} running={!isOver(run)} />
              ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

function Scenario({ of, running }: { readonly of: RunScenario; readonly running: boolean }) {
  const t = useText(runsTexts);
  const language = useLanguage();
  const duration = useDuration();
  const { id, scheme, verdict, ms, first_seq, last_seq, exchanges, failures, cause_rule, cause, note } = of;
  const to = last_seq === 0 ? '' : `&to_seq=${last_seq}`;
  const none = first_seq === 0 || (verdict !== undefined && exchanges === 0);
  return (
    <li data-testid={`scenario-${id}`}>
      <p class="row">
        {verdict === undefined ? (
          <Badge>{running ? t.now : t.noVerdict}</Badge>
        ) : (
          <VerdictBadge of={verdict} />
        )}
        <span>
          <code>{scheme === null ? id : `${id} ${scheme}`}</code> {scenarioName(of, language)}
        </span>
        {verdict !== undefined && <span class="muted number">{duration(ms)}</span>}
        {!none && (
          <span class="nowrap">
            <Link to={`/console/journal?from_seq=${first_seq}${to}`} label={t.exchangesOf(id)}>
              {t.exchanges}
            </Link>
          </span>
        )}
      </p>
      {failures.map((failure) => (
        <Failure key={failure.rule + failure.check + failure.actual} of={failure} />
      ))}
      {cause && (
        <p class="because">
          {t.cause}: {cause_rule && <code>{cause_rule}</code>} <q lang="en">{cause}</q>
        </p>
      )}
      {note && note !== cause && (
        <p class="because muted">
          <q lang="en">{note}</q>
        </p>
      )}
    </li>
  );
}

/** What a check says; what is not ours stays in the language in which it came. */
function Seen({ text }: { readonly text: string }) {
  const told = seenIn(useLanguage(), text);
  return <q lang={told === text ? 'en' : undefined}>{told}</q>;
}

function Failure({ of }: { readonly of: RunScenario['failures'][number] }) {
  const t = useText(runsTexts);
  const { says, fix } = seenWords(of.rule, of.situation, useLanguage());
  return (
    <div class="because">
      <p>
        <Badge tone="bad">{of.rule}</Badge> {says}
      </p>
      <p>
        {t.expected} <Seen text={of.expected} />, {t.actual} <Seen text={of.actual} />
      </p>
      {of.exchange.length > 0 && (
        <details>
          <summary>{t.exchange}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by the keyboard */}
          <pre tabIndex={0}>{of.exchange.join('\n')}</pre>
        </details>
      )}
      {fix && (
        <p class="muted">
          {t.fix}: {fix}
        </p>
      )}
    </div>
  );
}
