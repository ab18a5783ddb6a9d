import type { JournalHead } from '../../contract/control/journal.js';
import { useText } from '../state/language.js';
import { Link } from '../ui/link.js';
import { Badge, Moment, Shortened, statusTone } from '../ui/shown.js';
import { Table } from '../ui/table.js';
import { journalTexts } from './journal.texts.js';

interface JournalTableProps {
  readonly label: string;
  readonly empty: string;
  readonly name?: string;
  readonly next?: { readonly to: string; readonly title: string } | undefined;
  readonly rows: readonly JournalHead[];
  readonly marked?: number;
  readonly clear?: (() => void) | undefined;
}

/** Entries in short, each with a link to its page. */
export function JournalTable({ label, name, empty, next, rows, marked, clear }: JournalTableProps) {
  const t = useText(journalTexts);
  return (
    <Table
      label={label}
      name={name}
      empty={empty}
      next={next}
      clear={clear}
      rows={rows}
      keyOf={({ seq }) => seq}
      marked={({ seq }) => seq === marked}
      columns={[
        { title: t.seq, head: true, cell: ({ seq }) => <Link to={`/console/journal/${seq}`}>{seq}</Link> },
        { title: t.at, recent: true, cell: ({ at }) => <Moment at={at} short recent /> },
        {
          title: t.direction,
          cell: ({ direction, cause, repeats }) => (
            <span class="nowrap">
              {t[direction]}
              {cause > 0 && (
                <span class="muted">
                  {' '}
                  · {t.cause} {cause}
                </span>
              )}
              {repeats !== undefined && (
                <span class="muted">
                  {' '}
                  · {t.repeats} {repeats}
                </span>
              )}
            </span>
          ),
        },
        { title: t.operation, cell: ({ operation }) => operation || '–' },
        {
          title: t.request,
          cell: ({ method, url }) => (
            <code class="url" title={url}>
              {method} <Shortened text={url} />
            </code>
          ),
        },
        {
          title: t.status,
          cell: ({ status, reason, error, why }) => (
            <span title={error || why?.id || reason}>
              <Badge tone={statusTone(status)}>{status === 0 ? t.none : status}</Badge>
            </span>
          ),
        },
        {
          title: t.findings,
          cell: ({ findings }) =>
            findings.length === 0
              ? '–'
              : findings.map(({ rule, level }) => (
                  <Badge key={rule} tone={level === 'must' ? 'bad' : 'warn'}>
                    {rule}
                  </Badge>
                )),
        },
        { title: t.ms, number: true, cell: ({ ms }) => Math.round(ms) },
      ]}
    />
  );
}
