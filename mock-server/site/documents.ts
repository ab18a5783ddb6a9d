import { type Response, Router } from 'express';
import { bankApi } from '../../contract/bank-api/index.js';
import { driverApi } from '../../contract/driver-api/index.js';
import { openApi } from '../../contract/openapi.js';
import { asVersion30 } from '../../contract/openapi-30.js';
import { operations } from '../../contract/operations/index.js';
import type { PublicUrl } from '../api/public-url.js';

/** The OpenAPI documents, each as 3.1 and, with `?version=3.0`, as 3.0.3. */

/** The API of DCM as a document, served at this URL. */
export const apiDocument = (server?: string) =>
  openApi(
    operations,
    {
      title: 'DCM processing center, as the mock serves it',
      version: '1',
      description:
        'Each part that the vendor does not document has x-provenance. The bank’s side is described at /bank/openapi.json, the driver hook at /driver/openapi.json.',
    },
    server,
  );

/** By the name of their files in docs/openapi. */
export const documents = { dcm: apiDocument, bank: bankApi, driver: driverApi } as const;

export const documentPaths = {
  dcm: '/openapi.json',
  bank: '/bank/openapi.json',
  driver: '/driver/openapi.json',
} as const satisfies Record<keyof typeof documents, string>;

const versions = { '3.1': (document: object) => document, '3.0': asVersion30 } as const;
type Version = keyof typeof versions;

/** Stands for the URL of the mock, which depends on how it is reached. */
const place = '/';
const around = JSON.stringify({ url: place }).slice(0, -1);

/** Made on the first request, since most runs need none of them. */
export function createDocuments(publicUrl: PublicUrl): Router {
  const texts = new Map<string, string>();
  const textOf = (name: keyof typeof documents, version: Version): string => {
    const known = texts.get(`${name} ${version}`);
    if (known !== undefined) return known;
    const made = JSON.stringify(versions[version](documents[name]()));
    texts.set(`${name} ${version}`, made);
    return made;
  };
  const router = Router();
  for (const [name, path] of Object.entries(documentPaths) as [keyof typeof documents, string][]) {
    router.get(path, (request, response) => {
      const { version = '3.1' } = request.query;
      if (version !== '3.1' && version !== '3.0') return unknownVersion(response);
      const url = JSON.stringify({ url: publicUrl(request) }).slice(0, -1);
      response.type('json').send(textOf(name, version).replace(around, () => url));
    });
  }
  return router;
}

function unknownVersion(response: Response): void {
  response.status(400).json({ error: 'unknown version; there are 3.1 and 3.0' });
}
