import { foldersOf, type ReadyRequest, variablesOf } from './ready-requests.testing.js';

/** Requests as a Postman collection 2.1. */

const introduction = `Ready requests to DCM, or to the mock in its place. Fill in the variables of the collection: baseUrl, guid (of your counterparty), email and password; asset_issuer stands in what \`dcm keys\` prints. Then send the two requests of the first folder: their responses fill in flow and session, which all others need.`;

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

export const postmanCollection = (requests: readonly ReadyRequest[]): object => ({
  info: { name: 'DCM', description: introduction, schema },
  variable: Object.entries(variablesOf(requests)).map(([key, value]) => ({ key, value, type: 'string' })),
  item: foldersOf(requests).map((folder) => ({
    name: folder,
    item: requests.filter((request) => request.folder === folder).map(item),
  })),
});

function item({ id, summary, method, path, query, headers, type, body, fills }: ReadyRequest): object {
  const raw = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`);
  return {
    name: id,
    ...(Object.keys(fills).length === 0 ? {} : { event: [keeping(fills)] }),
    request: {
      method,
      description: summary,
      header: [...headers, ...(type === 'application/json' ? [['Content-Type', type] as const] : [])].map(
        ([key, value]) => ({ key, value }),
      ),
      url: {
        raw: `{{baseUrl}}${path}${raw.length === 0 ? '' : `?${raw.join('&')}`}`,
        host: ['{{baseUrl}}'],
        path: path.split('/').slice(1),
        query,
      },
      ...(body === undefined ? {} : { body: bodyOf(type, body) }),
    },
    response: [],
  };
}

const bodyOf = (type: string, body: NonNullable<ReadyRequest['body']>): object =>
  type === 'application/json'
    ? { mode: 'raw', raw: JSON.stringify(body, null, 2), options: { raw: { language: 'json' } } }
    : {
        mode: 'urlencoded',
        urlencoded: Object.entries(body).map(([key, value]) => ({ key, value: String(value), type: 'text' })),
      };

const keeping = (fills: ReadyRequest['fills']): object => ({
  listen: 'test',
  script: {
    type: 'text/javascript',
    exec: Object.entries(fills).map(
      ([name, member]) =>
        `if (pm.response.code === 200) pm.collectionVariables.set('${name}', pm.response.json().${member});`,
    ),
  },
});
