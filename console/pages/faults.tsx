import { useState } from 'preact/hooks';
import {
  type EndedFault,
  type Fault,
  type FaultMatch,
  faultKinds,
  requestFaults,
} from '../../contract/control/faults.js';
import { operations } from '../../contract/operations/index.js';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Button } from '../ui/button.js';
import { Choice, Field, Form, type Given } from '../ui/form.js';
import { Link } from '../ui/link.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Badge } from '../ui/shown.js';
import { type Column, Table } from '../ui/table.js';
import { faultsTexts } from './faults.texts.js';

/** Faults: armed, seen, disarmed. */
export function Faults() {
  const t = useText(faultsTexts);
  const query = useQuery(() => control.listFaults({}), []);
  return (
    <Page title={t.title} says={t.says}>
      <Answer query={query}>
        {({ faults, ended, held }) => (
          <>
            <Held count={held} reload={query.reload} />
            <Armed faults={faults} reload={query.reload} />
            <Over faults={ended} />
          </>
        )}
      </Answer>
      <Arm reload={query.reload} />
    </Page>
  );
}

function Held({ count, reload }: { readonly count: number; readonly reload: () => void }) {
  const t = useText(faultsTexts);
  const act = useAct();
  if (count === 0) return null;
  return (
    <div class="note">
      <p>
        {t.held} <strong>{count}</strong>
      </p>
      <Button
        label={t.release}
        act={act}
        run={() => control.releaseHeld({ body: {} })}
        done={t.released}
        reload={reload}
      />
      <Problem error={act.problem} />
    </div>
  );
}

interface ArmedProps {
  readonly faults: readonly Fault[];
  readonly reload: () => void;
}

function Armed({ faults, reload }: ArmedProps) {
  const t = useText(faultsTexts);
  const act = useAct();
  const disarm = (guid: string) => control.removeFault({ params: { guid } });
  return (
    <Section title={t.waiting}>
      <Problem error={act.problem} />
      <Table
        label={t.waiting}
        empty={t.none}
        rows={faults}
        keyOf={({ guid }) => guid}
        columns={[
          ...useFaultColumns(),
          { title: t.left, number: true, cell: ({ times }) => times },
          {
            title: t.act,
            cell: ({ guid, kind }) => (
              <Button
                label={t.disarm}
                name={`${t.disarm}: ${t.kinds[kind]}`}
                look="small"
                act={act}
                run={() => disarm(guid)}
                done={t.disarmed}
                reload={reload}
              />
            ),
          },
        ]}
      />
      {faults.length > 1 && (
        <p class="foot">
          <Button
            label={t.all}
            act={act}
            run={() => control.clearFaults({})}
            done={t.allDone}
            reload={reload}
          />
        </p>
      )}
    </Section>
  );
}

function Over({ faults }: { readonly faults: readonly EndedFault[] }) {
  const t = useText(faultsTexts);
  return (
    <Section title={t.over} says={t.overSays}>
      <Table
        label={t.over}
        empty={t.noneOver}
        rows={faults}
        keyOf={({ guid }) => guid}
        columns={[...useFaultColumns(), { title: t.why, cell: ({ ended }) => <Badge>{t[ended]}</Badge> }]}
      />
    </Section>
  );
}

/** What every list of faults shows. */
function useFaultColumns(): Column<Fault>[] {
  const t = useText(faultsTexts);
  return [
    { title: t.kind, head: true, cell: ({ kind }) => t.kinds[kind] },
    { title: t.fits, cell: (fault) => <Fits fault={fault} /> },
    { title: t.did, cell: (fault) => <Did fault={fault} /> },
  ];
}

function Fits({ fault }: { readonly fault: Fault }) {
  const { kind, operation, match, status, ms, retry_after_s } = fault;
  const t = useText(faultsTexts);
  const parts = [
    operation ?? (isOfRequest(kind) ? t.any : ''),
    ...Object.entries(match ?? {}).map(([name, value]) => `${name} = ${JSON.stringify(value)}`),
    withStatus.has(kind) ? `${status}` : '',
    withTime.has(kind) ? `${ms} ${t.msUnit}` : '',
    retry_after_s === undefined ? '' : `Retry-After ${retry_after_s}`,
  ].filter(Boolean);
  return parts.length === 0 ? <span class="muted">–</span> : <code>{parts.join(' · ')}</code>;
}

function Did({ fault: { hits, happened } }: { readonly fault: Fault }) {
  const t = useText(faultsTexts);
  if (happened === 0) return <span class="muted">{t.nothing}</span>;
  return (
    <span>
      {happened} × {happened > hits.length && `(${t.more} ${happened - hits.length}) `}
      {hits.map((seq) => (
        <span key={seq}>
          <Link to={`/console/journal/${seq}`}>{seq}</Link>{' '}
        </span>
      ))}
    </span>
  );
}

const withStatus = new Set<string>(['answer', 'fail-response']);
const withTime = new Set<string>(['delay', 'hold', 'late-response']);
const isOfRequest = (kind: string): boolean => requestFaults.some((known) => known === kind);

function Arm({ reload }: { readonly reload: () => void }) {
  const t = useText(faultsTexts);
  const [chosen, setChosen] = useState<string>('answer');
  const kind = faultKinds.find((known) => known === chosen) ?? 'answer';
  const run = (given: Given) =>
    control.addFault({
      body: {
        kind,
        operation: given.operation as Fault['operation'],
        match: matchOf(given),
        ...numberOf(given, 'status'),
        ...numberOf(given, 'ms'),
        ...numberOf(given, 'retry_after_s'),
        ...numberOf(given, 'times'),
      },
    });
  return (
    <Section title={t.arm}>
      <Form label={t.arm} run={run} done={t.armed} reload={reload}>
        <Choice
          name="kind"
          label={t.kind}
          value={kind}
          options={faultKinds.map((known) => [known, t.kinds[known]])}
          onChange={setChosen}
        />
        {isOfRequest(kind) && (
          <Choice
            name="operation"
            label={t.operation}
            value=""
            options={[
              ['', t.any],
              ...Object.keys(operations)
                .sort()
                .map((id) => [id, id] as const),
            ]}
          />
        )}
        {(isOfRequest(kind) || kind === 'lose-callback') && (
          <div class="pair">
            <Field name="member" label={t.member} hint={t.memberHint} />
            <Field name="value" label={t.value} />
          </div>
        )}
        <div class="pair">
          {withStatus.has(kind) && (
            <>
              <Field name="status" label={t.status} type="number" min={400} value={503} required />
              <Field name="retry_after_s" label={t.retry} type="number" min={0} />
            </>
          )}
          {withTime.has(kind) && <Field name="ms" label={t.ms} type="number" min={1} value={1000} required />}
          <Field name="times" label={t.times} type="number" min={1} value={1} required />
        </div>
      </Form>
    </Section>
  );
}

const numberOf = <Name extends string>(given: Given, name: Name): Partial<Record<Name, number>> =>
  given[name] === undefined ? {} : ({ [name]: Number(given[name]) } as Record<Name, number>);

/** A value that is JSON is that; anything else is a text. */
function matchOf({ member, value = '' }: Given): FaultMatch | undefined {
  if (member === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(value);
    return { [member]: typeof read === 'object' && read !== null ? value : (read as FaultMatch[string]) };
  } catch {
    return { [member]: value };
  }
}
