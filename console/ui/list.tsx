import type { Query } from '../state/query.js';
import { Answer } from './page.js';
import { Table, type TableProps } from './table.js';

interface ListProps<Row> extends Omit<TableProps<Row>, 'rows'> {
  readonly query: Query<readonly Row[]>;
}

/** A table of the queried rows, in a card. */
export const List = <Row,>({ query, ...table }: ListProps<Row>) => (
  <div class="card">
    <Answer query={query}>{(rows) => <Table {...table} rows={rows} />}</Answer>
  </div>
);
