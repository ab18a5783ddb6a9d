import { horizonOperations } from '../../contract/horizon/index.js';
import { type Operation, permissionOf } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { pages, parseSource, type Source } from '../../contract/provenance.js';
import { provenanceText } from '../../contract/provenance-text.js';
import { escaped, page } from './html.js';

/** Every operation with its members, its permission and the source of each part. */

const mark = (source: Source) =>
  `<span class="mark" title="${escaped(provenanceText(source))}">${escaped(source)}</span>`;

function members(operation: Operation, place: 'query' | 'body', title: string): string {
  const shape = operation[place]?.shape ?? {};
  const names = Object.keys(shape);
  if (names.length === 0) return '';
  const { assumed = {}, source } = operation;
  const rows = names.map(
    (name) =>
      `<tr><td><code>${escaped(name)}</code></td><td>${mark(assumed[`${place}.${name}`] ?? assumed[place] ?? source)}</td></tr>`,
  );
  return `<h4>${title}</h4><table><tbody>${rows.join('')}</tbody></table>`;
}

function one(operation: Operation): string {
  const { id, method, path, summary, source, pathSource, permission, caller, withoutBody } = operation;
  const who = permission ? `permission ${permissionOf(operation)}` : caller;
  return `<details id="${id}"><summary><span class="verb">${method}</span> <code>${escaped(path)}</code> ${mark(source)}</summary>
<p><strong>${id}</strong>: ${escaped(summary)}. ${escaped(provenanceText(source))}${pathSource ? ` Its path: ${escaped(provenanceText(pathSource))}` : ''}</p>
<p>Caller: ${escaped(who)}. Response: ${withoutBody ?? 200}${withoutBody ? ' without a body' : ''} ${operation.assumed?.answer ? mark(operation.assumed.answer) : ''}</p>
${members(operation, 'query', 'Query')}${members(operation, 'body', 'Body')}</details>`;
}

export function operationsPage(): string {
  const all: readonly Operation[] = Object.values(operations);
  const tags = [...new Set(all.map(({ source }) => parseSource(source).page))];
  const titles = pages as Readonly<Record<string, { readonly title: string }>>;
  const sections = tags.map((tag) => {
    const of = all.filter(({ source }) => parseSource(source).page === tag);
    return `<h2>${escaped(titles[tag]?.title ?? tag)}</h2>${of.map(one).join('\n')}`;
  });
  const explorer = Object.values(horizonOperations).map(one).join('\n');
  return page(
    'DCM operations',
    `<h1>Operations of DCM, as this mock serves them</h1><p>${all.length} operations. A mark says where a part comes from: D documented, O older or sibling documentation, X evidence from elsewhere, A assumed by this project.</p>${sections.join('\n')}<h2>Beside DCM: the ledger, as Stellar’s Horizon shows it</h2><p>Read-only, for control reconciliation.</p>${explorer}`,
    '/docs/operations',
  );
}
