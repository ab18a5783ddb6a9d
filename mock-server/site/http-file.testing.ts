import { foldersOf, type ReadyRequest, variablesOf } from './ready-requests.testing.js';

/** Requests as a file of the kind .http, which editors can send. */

const introduction = `# Ready requests to DCM, or to the mock in its place, for an editor that can send .http files. Fill in guid (of your
# counterparty) and asset_issuer, which \`dcm onboarding\` and \`dcm keys --show\` print, and email and password of an employee
# (docs/by-hand.md makes one); then send the first two requests, whose responses fill in the rest. The values below them are
# those of single requests: fill them in when you need them.
# Made from the OpenAPI document by \`npm run docs\`.`;

export function httpFile(requests: readonly ReadyRequest[]): string {
  const filled = new Set(requests.flatMap(({ fills }) => Object.keys(fills)));
  const variables = Object.entries(variablesOf(requests)).filter(([name]) => !filled.has(name));
  const folders = foldersOf(requests).map((folder) =>
    // A line behind a body would belong to it, so that everything begins a block of its own.
    [`### ---- ${folder} ----`, ...requests.filter((request) => request.folder === folder).map(one)].join(
      '\n\n',
    ),
  );
  const values = variables.map(([name, value]) => `@${name} = ${value}`.trimEnd());
  return `${[introduction, values.join('\n'), ...folders].join('\n\n')}\n`;
}

function one({ id, summary, method, path, query, headers, type, body, fills }: ReadyRequest): string {
  const sent = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`);
  const optional = query.filter(({ disabled }) => disabled).map(({ key }) => key);
  return [
    `### ${summary}`,
    ...(optional.length === 0 ? [] : [`# may have in the query: ${optional.join(', ')}`]),
    `# @name ${id}`,
    `${method} {{baseUrl}}${path}${sent.length === 0 ? '' : `?${sent.join('&')}`}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : [`Content-Type: ${type}`, '', bodyOf(type, body)]),
    ...(Object.keys(fills).length === 0 ? [] : ['', '###', '']),
    ...Object.entries(fills).map(([name, member]) => `@${name} = {{${id}.response.body.${member}}}`),
  ].join('\n');
}

const bodyOf = (type: string, body: NonNullable<ReadyRequest['body']>): string =>
  type === 'application/json'
    ? JSON.stringify(body, null, 2)
    : Object.entries(body)
        .map(([name, value]) => `${name}=${value}`)
        .join('&');
