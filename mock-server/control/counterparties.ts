import type { counterpartyOperations } from '../../contract/control/counterparties.js';
import { wholeSignUrl } from '../../contract/sign-url.js';
import type { Handlers } from '../api/handler.js';
import { counterpartyRows } from '../domain/counterparties-collection.js';
import type { Domain } from '../domain/index.js';
import { portionOf } from './portion.js';
import { controlViews } from './views.js';

/** The URL of /sign may be given as its base. */
const stored = <Body extends { readonly sign_url?: string | undefined }>(body: Body): Body =>
  body.sign_url === undefined ? body : { ...body, sign_url: wholeSignUrl(body.sign_url) };

/** Officers' acts before and beside the bank: plan steps 3, 4, 5 and 9. */
export function counterpartyHandlers(domain: Domain): Handlers<typeof counterpartyOperations> {
  const { counterparties: banks, center } = domain;
  const view = controlViews(domain).counterparty;

  return {
    listRegistered: async ({ query }) => {
      const { rows, next } = await center.store.read((tx) => portionOf(tx, counterpartyRows, query));
      return { counterparties: await Promise.all(rows.map(view)), next };
    },
    getRegistered: async ({ params }) => view(await banks.get(params.guid)),
    registerCounterparty: async ({ body }) =>
      view(await banks.register({ preferred: center.keys.counterpartyGuid, ...stored(body) })),
    updateRegistered: async ({ params, body }) => view(await banks.update(params.guid, stored(body))),
    requestInfrastructure: ({ params }) => banks.requestInfrastructure(params.guid),
    deployInfrastructure: ({ params }) => banks.deployInfrastructure(params.guid),
    addJwk: async ({ params, body }) => {
      await banks.get(params.guid);
      const { guid } = await domain.jwks.register(params.guid, body.data, { form: body.form });
      return { guid };
    },
  };
}
