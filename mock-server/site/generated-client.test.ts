import { OpenAPIClientAxios } from 'openapi-client-axios';
import { expect, test } from 'vitest';
import { listening } from '../listening.testing.js';
import { createWorld, employeeEmail } from '../world.testing.js';

/** A client generated from /openapi.json walks from the login to a transfer by what the document says alone. */

const password = 'Correct-Horse-7';

interface SecurityScheme {
  readonly type: string;
  readonly scheme?: string;
  readonly name?: string;
}

/** The part of the document that a caller reads besides what the client does by itself. */
interface Described {
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

async function generated(base: string) {
  const api = new OpenAPIClientAxios({ definition: `${base}/openapi.json`, withServer: { url: base } });
  const client = await api.init();
  const schemes = (api.document.components?.securitySchemes ?? {}) as Readonly<
    Record<string, SecurityScheme>
  >;

  /** The header that the first security scheme of an operation asks for. */
  function credentials({ security }: Described, secret: string): Record<string, string> {
    const [name] = Object.keys(security[0] ?? {});
    const scheme = name === undefined ? undefined : schemes[name];
    if (!scheme) return {};
    if (scheme.type === 'http' && scheme.scheme === 'bearer') return { authorization: `Bearer ${secret}` };
    return { [scheme.name ?? '']: secret };
  }

  return async (id: string, parameters: object, body?: object, secret = '') => {
    const operation = api.getOperation(id) as unknown as Described | undefined;
    const method = client[id];
    if (!operation || !method) throw new Error(`the document has no ${id}`);
    const [type] = Object.keys(operation.requestBody?.content ?? {});
    const headers = { ...credentials(operation, secret), ...(type ? { 'content-type': type } : {}) };
    const { data } = await method({ ...parameters }, body, { headers });
    return data as Record<string, never>;
  };
}

test('login, customers, transfers', async () => {
  const world = await createWorld();
  const { guid } = world;
  const employee = await world.domain.employees.byEmail(employeeEmail);
  await world.domain.employees.setPassword(employee?.guid ?? '', password);
  await world.control.grantIdentifiers({ params: { guid }, body: { amount: 100 } });
  const call = await generated(await listening(world.app));

  const flow = await call('createLoginFlow', {});
  const login = { method: 'password', identifier: employeeEmail, password };
  const { session_token: session } = await call('submitLogin', { flow: flow.id }, login);
  const own = { counterparty_guid: guid };
  const as = (id: string, parameters: object = {}, body?: object) =>
    call(id, { ...own, ...parameters }, body, session);

  const [ann, bob] = await Promise.all(
    ['ann@bank1.test', 'bob@bank1.test'].map((login) =>
      as('createCustomer', {}, { login, asset_code: 'UAH', asset_issuer: world.issuer }),
    ),
  );
  const send = async (sender_id: unknown, receiver_id: unknown, amount: number) => {
    const draft = await as('createPayment', {}, { sender_id, receiver_id, amount });
    await as('confirmPayment', {}, { guid: draft.guid });
    return draft.guid;
  };
  await send(world.emission, world.processing, 100);
  await send(world.processing, ann?.guid, 50);
  const last = await send(ann?.guid, bob?.guid, 12.34);
  const payment = await as('getPayment', { payment_guid: last, with_stellar_info: 'true' });
  expect(payment).toMatchObject({
    status: 'CONFIRMED',
    amount: 12.34,
    stellar_info: { hash: expect.any(String) },
  });
  const list = await as('listPayments', { limit: 3, order: 'desc' });
  expect(list).toMatchObject({ payments: expect.arrayContaining([expect.objectContaining({ guid: last })]) });
  const requests = world.journal
    .search({ direction: 'in' }, 1000)
    .filter(({ url }) => !url.startsWith('/control'));
  expect(requests.flatMap(({ findings }) => findings)).toEqual([]);
});
