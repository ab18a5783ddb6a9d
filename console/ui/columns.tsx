import { GuidCell, Moment, Money } from './shown.js';
import type { Column } from './table.js';

/** Columns of many tables, by the name of the member that they show. */

export const guidColumn = <Name extends string>(title: string, name: Name): Column<Record<Name, string>> => ({
  title,
  cell: (row) => <GuidCell of={row[name]} />,
});

export const momentColumn = <Name extends string>(
  title: string,
  name: Name,
  head = false,
  recent = false,
): Column<Record<Name, string>> => ({
  title,
  head,
  recent,
  cell: (row) => <Moment at={row[name]} recent={recent} />,
});

export const moneyColumn = <Name extends string>(
  title: string,
  name: Name,
  unit = '',
): Column<Record<Name, number>> => ({
  title,
  number: true,
  cell: (row) => <Money amount={row[name]} unit={unit} />,
});
