import type { LatestReport } from '../../contract/control/reports.js';
import { defaultProfile, type Profile } from '../../contract/profile/index.js';
import { openQuestions, readingId } from '../../contract/readings/index.js';
import type { OpenQuestion } from '../../contract/readings/question.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useLanguage, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Button } from '../ui/button.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Badge } from '../ui/shown.js';
import { AllOptions } from './all-options.js';
import { readingsTexts } from './readings.texts.js';

const both = async () => {
  const [{ profile }, { robustness }] = await Promise.all([control.getProfile({}), control.latestReport({})]);
  return { profile, robustness };
};

/** The open questions with their readings, and every option. */
export function Readings() {
  const t = useText(readingsTexts);
  const query = useQuery(both, []);
  return (
    <Page title={t.title} says={t.says}>
      <Answer query={query}>
        {({ profile, robustness }) => (
          <>
            <Section title={t.questions}>
              <ul class="options">
                {openQuestions.map((question) => (
                  <Question
                    key={readingId(question, question.usual)}
                    question={question}
                    profile={profile}
                    robustness={robustness}
                    reload={query.reload}
                  />
                ))}
              </ul>
            </Section>
            <AllOptions profile={profile} reload={query.reload} />
          </>
        )}
      </Answer>
    </Page>
  );
}

interface QuestionProps {
  readonly question: OpenQuestion;
  readonly profile: Profile;
  readonly robustness: LatestReport['robustness'];
  readonly reload: () => void;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const isInForce = (profile: Profile, options: Partial<Profile>): boolean =>
  (Object.keys(options) as (keyof Profile)[]).every((name) => same(profile[name], options[name]));

/** The options of all readings of a question, as they are by default. */
const usualOptions = ({ others }: OpenQuestion): Partial<Profile> =>
  Object.fromEntries(
    others
      .flatMap(({ profile }) => Object.keys(profile) as (keyof Profile)[])
      .map((name) => [name, defaultProfile[name]]),
  );

function Question({ question, profile, robustness, reload }: QuestionProps) {
  const t = useText(readingsTexts);
  const language = useLanguage();
  const act = useAct();
  const usual = { ...question.usual, profile: usualOptions(question) };
  return (
    <li class="card">
      <h3>
        {question.unknown === '-' ? '' : `${question.unknown}: `}
        {question.asks[language]}
      </h3>
      <ul class="readings">
        {[usual, ...question.others].map((reading) => {
          const id = readingId(question, reading);
          const options = { ...usual.profile, ...reading.profile };
          const inForce = isInForce(profile, options);
          const outcome = robustness.find((one) => one.reading === id)?.outcome;
          return (
            <li key={id}>
              <code>{reading.name}</code> {reading.says[language]}{' '}
              <span class="hint">
                {t.evidence}: {reading.evidence === 'A' ? t.assumed : reading.evidence}
              </span>{' '}
              {reading === usual && <Badge>{t.byDefault}</Badge>}{' '}
              {inForce && <Badge tone={reading === usual ? 'good' : 'warn'}>{t.inForce}</Badge>}{' '}
              {outcome && <Badge tone={outcome === 'depends' ? 'bad' : 'calm'}>{t.outcomes[outcome]}</Badge>}{' '}
              {!inForce && (
                <Button
                  label={t.set}
                  name={t.useReading(id)}
                  look="small"
                  act={act}
                  run={() => control.updateProfile({ body: options })}
                  done={`${t.done}: ${id}`}
                  reload={reload}
                />
              )}
            </li>
          );
        })}
      </ul>
      <Problem error={act.problem} />
      <p class="hint">
        {t.live}: {question.live[language]}
      </p>
    </li>
  );
}
