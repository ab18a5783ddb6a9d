import { type Filters, useFilters } from '../../state/filters.js';
import { useText } from '../../state/language.js';
import { useQuery } from '../../state/query.js';
import { FilterBar } from '../../ui/filter-bar.js';
import { Link } from '../../ui/link.js';
import { Answer, Page } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { type Api, type ApiOperation, apis, idOf, operationsOf } from './document.js';
import { referenceTexts } from './reference.texts.js';

const isApi = (text: string | undefined): text is Api => apis.some((api) => api === text);

/** Everything that a search looks at. */
const wordsOf = ({ operationId, method, path, summary, group }: ApiOperation): string =>
  `${operationId} ${method} ${path} ${summary} ${group}`.toLowerCase();

function found(all: readonly ApiOperation[], { search = '' }: Filters['given']): readonly ApiOperation[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((operation) => wanted.every((word) => wordsOf(operation).includes(word)));
}

/** All operations of one API, with a search. */
export function Reference() {
  const t = useText(referenceTexts);
  const filters = useFilters('/console/reference');
  const api = isApi(filters.given.api) ? filters.given.api : 'dcm';
  const query = useQuery(() => operationsOf(api), [api]);
  return (
    <Page title={t.title} says={t.says}>
      <FilterBar
        filters={filters}
        of={[
          { name: 'search', label: t.search, type: 'search', hint: t.searchHint },
          { name: 'api', label: t.api, options: apis.map((one) => [one, t.apis[one]]) },
        ]}
      />
      <Answer query={query}>{(all) => <Groups operations={found(all, filters.given)} />}</Answer>
    </Page>
  );
}

function Groups({ operations }: { readonly operations: readonly ApiOperation[] }) {
  const t = useText(referenceTexts);
  const groups = [...new Set(operations.map(({ group }) => group))];
  if (groups.length === 0) return <p class="empty">{t.empty}</p>;
  return (
    <>
      {groups.map((group) => (
        <section key={group} class="card">
          <h2 lang="en">{group}</h2>
          <Table
            label={group}
            empty={t.empty}
            rows={operations.filter((operation) => operation.group === group)}
            keyOf={idOf}
            columns={[
              {
                title: t.operation,
                head: true,
                cell: (operation) => (
                  <Link to={`/console/reference/${idOf(operation)}`}>{operation.operationId}</Link>
                ),
              },
              {
                title: t.request,
                cell: ({ method, path }) => (
                  <code>
                    <b>{method}</b> {path}
                  </code>
                ),
              },
              { title: t.about, cell: ({ summary }) => <span lang="en">{summary}</span> },
              { title: t.source, cell: (operation) => operation['x-provenance'] ?? '' },
            ]}
          />
        </section>
      ))}
    </>
  );
}
