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

  /** The first counterparty gets the guid that was printed with the keys, unless another one is given. */
  async function freeGuid(): Promise<string | undefined> {
    const taken = (await banks.list()).some(({ guid }) => guid === center.keys.counterpartyGuid);
    return taken ? undefined : center.keys.counterpartyGuid;
  }

  return {
    listRegistered: async ({ query }) => {
      const { rows, next } = await center.store.read((tx) => portionOf(tx, counterpartyRows, query));
      return { counterparties: await Promise.all(rows.map(view)), next };
    },
    getRegistered: async ({ params }) => view(await banks.get(params.guid)),
    registerCounterparty: async ({ body }) => {
      const guid = body.guid ?? (await freeGuid());
      return view(await banks.register({ ...stored(body), guid }));
    },
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
