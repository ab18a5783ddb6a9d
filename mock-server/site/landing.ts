import { escaped, page } from './html.js';

/** What `/` links to, as paths; the first group is for the configuration of a bank, the second for a browser. */
const places = {
  configure: {
    api: ['/api/v1', 'the API of DCM'],
    login: ['/kratos', 'login by e-mail and password (Ory Kratos)'],
    jwks: ['/api/v1/.well-known/jwks.json', 'the public keys with which a bank checks DCM’s tokens'],
    control: ['/control/v1', 'acts of DCM’s officers and test controls'],
    horizon: ['/horizon', 'the ledger, as Stellar’s Horizon shows it'],
  },
  pages: {
    console: ['/console', 'the console of DCM’s officers'],
    docs: ['/docs', 'the reference: all operations, with their members, sources and open questions'],
    operations: ['/docs/operations', 'the same in brief, without scripts'],
    bank: ['/docs/bank', 'what a bank serves and DCM calls'],
    driver: ['/docs/driver', 'the driver hook, by which the harness makes a bank act'],
    fidelity: ['/fidelity', 'what is documented, assumed and not served'],
    openapi: ['/openapi.json', 'the API as an OpenAPI document'],
    bank_openapi: ['/bank/openapi.json', 'the bank’s side as an OpenAPI document'],
    driver_openapi: ['/driver/openapi.json', 'the driver hook as an OpenAPI document'],
    health: ['/health', 'whether the mock works'],
    live: ['/health/live', 'whether the process responds'],
    ready: ['/health/ready', 'whether it can be sent requests: not while it is being stopped'],
  },
} as const;

/** What can be opened in a browser. */
export const pagePaths = Object.values(places.pages).map(([path]) => path);

const name = 'DCM mock processing center';

type Group = Readonly<Record<string, readonly [path: string, says: string]>>;

const urls = (group: Group, origin: string): Record<string, string> =>
  Object.fromEntries(Object.entries(group).map(([key, [path]]) => [key, origin + path]));

/** `/` for programs: complete addresses below `origin`. */
export const landingFacts = (origin: string): object => ({
  name,
  configure: urls(places.configure, origin),
  pages: urls(places.pages, origin),
});

/** `/` for browsers. */
export function landingPage(origin: string): string {
  const row = (cell: string, says: string) => `<tr><td>${cell}</td><td>${escaped(says)}</td></tr>`;
  const configure = Object.values(places.configure).map(([path, says]) =>
    row(`<code>${escaped(origin + path)}</code>`, says),
  );
  const opened = Object.values(places.pages).map(([path, says]) =>
    row(`<a href="${path}">${path}</a>`, says),
  );
  return page(
    name,
    `<h1>${name}</h1><h2>Pages</h2><table><tbody>${opened.join('')}</tbody></table>
<h2>Addresses to configure</h2><table><tbody>${configure.join('')}</tbody></table>`,
    '/',
  );
}
