import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { watchWidths } from '../browser.js';
import { useText } from '../state/language.js';
import { Link } from './link.js';
import { TableMenu, useHidden } from './table-menu.js';
import { uiTexts } from './texts.js';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers are aligned right. */
  readonly number?: boolean;
  /** Names the row for a screen reader; cannot be hidden. */
  readonly head?: boolean;
  /** Shows how long ago something was, if the reader likes that. */
  readonly recent?: boolean;
}

export interface TableProps<Row> {
  readonly label: string;
  /** Its columns can be chosen; what is chosen is remembered by this name. */
  readonly name?: string | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** Text for an empty table: why, and how to get rows. */
  readonly empty: string;
  /** Where to get rows. */
  readonly next?: { readonly to: string; readonly title: string } | undefined;
  readonly marked?: (row: Row) => boolean;
  /** The table is filtered: an empty one says so instead, and offers to remove the filters. */
  readonly clear?: (() => void) | undefined;
}

/** A table that becomes a list of cards on a narrow screen: each cell knows its title. */
export function Table<Row>({
  label,
  name,
  columns,
  rows,
  keyOf,
  empty,
  next,
  marked,
  clear,
}: TableProps<Row>) {
  const hidden = useHidden(name, columns.length);
  const frame = useRef<HTMLElement>(null);
  const [wide, setWide] = useState(false);
  const none = rows.length === 0;
  useEffect(
    () => (frame.current ? watchWidths(frame.current, (whole, seen) => setWide(whole > seen)) : undefined),
    [none],
  );
  if (none && clear && empty !== '') return <NoneMatches clear={clear} />;
  if (none)
    return (
      <p class="empty">
        {empty} {empty !== '' && next && <Link to={next.to}>{next.title}</Link>}
      </p>
    );
  const shown = columns.filter((_, place) => !hidden.has(place));
  return (
    <>
      {name && <TableMenu name={name} columns={columns} />}
      <section
        ref={frame}
        class={wide ? 'table wide' : 'table'}
        aria-label={label}
        // What can be scrolled has to be reached by the keyboard.
        tabIndex={wide ? 0 : undefined}
      >
        <table>
          <thead>
            <tr>
              {shown.map(({ title, number }) => (
                <th key={title} scope="col" class={number ? 'number' : undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={keyOf(row)} class={marked?.(row) ? 'marked' : undefined}>
                {shown.map(({ title, cell, number, head }) => {
                  const Cell = head ? 'th' : 'td';
                  return (
                    <Cell
                      key={title}
                      scope={head ? 'row' : undefined}
                      data-title={title}
                      class={number ? 'number' : undefined}
                    >
                      <div>{cell(row)}</div>
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function NoneMatches({ clear }: { readonly clear: () => void }) {
  const t = useText(uiTexts);
  return (
    <p class="empty">
      {t.noneMatches}{' '}
      <button type="button" onClick={clear}>
        {t.clearFilter}
      </button>
    </p>
  );
}

/** Names and values. */
export const Facts = ({
  of,
}: {
  readonly of: readonly (readonly [name: string, value: ComponentChildren])[];
}) => (
  <dl class="facts">
    {of.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
