import { controlOperations, controlPages } from '../../contract/control/index.js';
import type { Operation } from '../../contract/operation.js';

/** docs/control-api.md: every operation of the control API by resource, from its declaration. */

const begin = '<!-- operations: begin -->\n';
const end = '<!-- operations: end -->\n';

/** The page with its operations as they are declared now; what stands around them stays. */
export function withOperations(page: string): string {
  const [before = '', rest = ''] = page.split(begin);
  const [, after = ''] = rest.split(end);
  return `${before}${begin}${operationsText()}${end}${after}`;
}

function operationsText(): string {
  const all = Object.values<Operation>({ ...controlOperations, ...controlPages });
  const resources = [...new Set(all.map(({ resource = '' }) => resource))];
  return resources
    .map((name) =>
      section(
        name,
        all.filter(({ resource }) => resource === name),
      ),
    )
    .join('');
}

const section = (resource: string, operations: readonly Operation[]): string =>
  `\n## ${resource}\n\n| operation | request | what |\n|---|---|---|\n${operations.map(row).join('')}`;

function row({ id, method, path, summary, query, body }: Operation): string {
  const members = [...namesOf(query), ...namesOf(body)].map((name) => `\`${name}\``).join(', ');
  const shown = path.replace('/control/v1', '');
  return `| \`${id}\` | \`${method} ${shown}\` | ${summary.replaceAll('|', '\\|')}${members && `. Takes ${members}`} |\n`;
}

const namesOf = (schema: Operation['query']): string[] => Object.keys(schema?.shape ?? {});
