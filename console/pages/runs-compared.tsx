import type { Compared, TurnedBy } from '../../contract/compared.js';
import type { RunHead } from '../../contract/control/run-parts.js';
import { ruleWords } from '../../contract/rules/words.js';
import { scenarioName } from '../../contract/texts/scenarios/index.js';
import { control } from '../state/control.js';
import { useFilters } from '../state/filters.js';
import { useLanguage, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Choice } from '../ui/form.js';
import { Answer, Section } from '../ui/page.js';
import { Table } from '../ui/table.js';
import { useDuration } from './run-words.js';
import { runsTexts } from './runs.texts.js';
import { VerdictBadge } from './verdict.js';

/** Two runs to choose, and what has changed from one to the other. */
export function Comparison({ of }: { readonly of: readonly RunHead[] }) {
  const t = useText(runsTexts);
  const { given, set } = useFilters('/console/runs');
  const withResult = of.filter(({ result }) => result);
  if (withResult.length < 2)
    return (
      <Section title={t.compare}>
        <p class="muted">{t.compareNone}</p>
      </Section>
    );
  const options = [
    ['', t.choose] as const,
    ...withResult.map(({ id, target }) => [String(id), `${id} · ${target}`] as const),
  ];
  const { earlier = '', later = '' } = given;
  return (
    <Section title={t.compare} says={t.compareSays}>
      <div class="filters">
        {(['earlier', 'later'] as const).map((name) => (
          <Choice
            key={name}
            name={name}
            label={t[name]}
            value={given[name] ?? ''}
            options={options}
            onChange={(chosen) => set(name, chosen)}
          />
        ))}
      </div>
      {earlier !== '' && later !== '' && <Differences earlier={earlier} later={later} />}
    </Section>
  );
}

function Differences({ earlier, later }: { readonly earlier: string; readonly later: string }) {
  const t = useText(runsTexts);
  const query = useQuery(() => control.compareRuns({ params: { id: earlier, later } }), [earlier, later]);
  return (
    <Answer query={query}>
      {(compared) => (
        <>
          <p>
            {t.verdict}: <VerdictBadge of={compared.verdicts[0]} /> →{' '}
            <VerdictBadge of={compared.verdicts[1]} />
          </p>
          {isSame(compared) && <p class="muted">{t.same}</p>}
          {(['broken', 'unverified', 'mended', 'verified'] as const).map((name) => (
            <TurnedList key={name} title={t[name]} of={compared[name]} />
          ))}
          <SlowerList of={compared.slower} />
          <Only title={t.onlyBefore} of={compared.only[0]} />
          <Only title={t.onlyAfter} of={compared.only[1]} />
        </>
      )}
    </Answer>
  );
}

const isSame = ({ broken, mended, unverified, verified, slower, only }: Compared): boolean =>
  [broken, mended, unverified, verified, slower, ...only].every(({ length }) => length === 0);

function TurnedList({ title, of }: { readonly title: string; readonly of: readonly TurnedBy[] }) {
  const t = useText(runsTexts);
  const language = useLanguage();
  if (of.length === 0) return null;
  const rows = of.flatMap(({ rule, says, scenarios }) => {
    const words = scenarios[0]?.check ? ruleWords(rule, language)?.says : undefined;
    return scenarios.map((scenario) => ({ ...scenario, rule, reason: words ?? says }));
  });
  return (
    <>
      <h3>{`${title} (${rows.length})`}</h3>
      <Table
        label={title}
        empty=""
        rows={rows}
        keyOf={({ id, scheme }) => `${id} ${scheme}`}
        columns={[
          {
            title: t.scenario,
            head: true,
            cell: (row) => `${row.id} ${row.scheme ?? ''} ${scenarioName(row, language)}`,
          },
          { title: t.was, cell: ({ was }) => <VerdictBadge of={was} /> },
          { title: t.isNow, cell: ({ now }) => <VerdictBadge of={now} /> },
          { title: t.reason, cell: ({ rule, reason }) => `${rule} ${reason}`.trim() || '–' },
        ]}
      />
    </>
  );
}

function SlowerList({ of }: { readonly of: Compared['slower'] }) {
  const t = useText(runsTexts);
  const duration = useDuration();
  if (of.length === 0) return null;
  return (
    <>
      <h3>{`${t.slower} (${of.length})`}</h3>
      <Table
        label={t.slower}
        empty=""
        rows={of}
        keyOf={({ id, scheme }) => `${id} ${scheme}`}
        columns={[
          { title: t.scenario, head: true, cell: ({ id, scheme }) => `${id} ${scheme ?? ''}` },
          { title: t.was, number: true, cell: ({ was }) => duration(was) },
          { title: t.isNow, number: true, cell: ({ now }) => duration(now) },
        ]}
      />
    </>
  );
}

const Only = ({ title, of }: { readonly title: string; readonly of: readonly string[] }) =>
  of.length === 0 ? null : (
    <>
      <h3>{`${title} (${of.length})`}</h3>
      <p>{of.join(', ')}</p>
    </>
  );
