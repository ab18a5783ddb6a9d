import { expect, it } from 'vitest';
import { all, atOnce, onlyOne, slowMock, slowWorld } from '../races.testing.js';
import { bank } from '../sandboxes/sandboxes.testing.js';
import { employeeEmail } from '../world.testing.js';

/** Acts of officers and operators at the same time come to what they would one after the other. */

it('registers the first counterparties of a world together; one has the guid of the keys', async () => {
  const mock = await slowMock();
  expect(await atOnce(6, (n) => mock.control.registerCounterparty({ body: bank(`bank${n}`) }))).toEqual(
    all(6),
  );
  const { counterparties } = await mock.control.listRegistered({});
  const guids = counterparties.map(({ guid }) => guid);
  expect(new Set(guids).size).toBe(6);
  expect(guids).toContain(mock.keys.counterpartyGuid);
});

it('refuses a name, an alias or a guid that another one took at the same time, and says which', async () => {
  const mock = await slowMock();
  const guid = '6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b';
  const register = (more: object) => mock.control.registerCounterparty({ body: { ...bank('one'), ...more } });
  expect(await atOnce(3, (n) => register({ alias: `alias${n}`, name: 'One name' }))).toEqual(
    onlyOne(3, '400 name: counterparty One name already exists'),
  );
  expect(await atOnce(3, (n) => register({ alias: 'same', name: `Name ${n}` }))).toEqual(
    onlyOne(3, '400 alias: counterparty same already exists'),
  );
  expect(await atOnce(3, (n) => register({ alias: `a${n}`, name: `N ${n}`, guid }))).toEqual(
    onlyOne(3, `400 guid: counterparty ${guid} already exists`),
  );
});

it('makes the entities of a counterparty once', async () => {
  const mock = await slowMock();
  const { guid } = await mock.control.registerCounterparty({ body: bank('bank1') });
  const make = () => mock.control.createEntities({ params: { guid }, body: {} });
  expect(await atOnce(4, make)).toEqual(onlyOne(4, '400 identification entity already exists'));
  expect((await mock.control.listEntities({ params: { guid } })).entities).toHaveLength(2);
});

it('grants identifiers as often as they are granted', async () => {
  const world = await slowWorld();
  const { guid } = world;
  const grant = () => world.control.grantIdentifiers({ params: { guid }, body: { amount: 10 } });
  expect(await atOnce(5, grant)).toEqual(all(5));
  expect(await world.control.getInvariant({})).toMatchObject({ holds: true, created: 50, balances: 50 });
});

it('confirms or cancels a request once', async () => {
  const world = await slowWorld();
  await world.api.issueIdentifiers({
    params: { counterparty_guid: world.guid },
    body: { amount: 10, reserve_balance: 100 },
  });
  const { history } = await world.control.listRequests({ params: { guid: world.guid } });
  const params = { guid: history[0]?.guid ?? '' };
  const said = await atOnce(6, (n) =>
    n % 2 === 0
      ? world.control.confirmRequest({ params, body: {} })
      : world.control.cancelRequest({ params, body: {} }),
  );
  expect(said.filter((one) => one === 'done')).toHaveLength(1);
  expect(new Set(said).size).toBe(2);
  expect(said[0]).toMatch(/^400 request is already (?:confirmed|cancelled)$/);
});

it('makes simulated banks together, and recons of a day once', async () => {
  const mock = await slowMock();
  const add = (alias: string) => mock.control.addSimulatedBank({ body: { alias, customers: 1, amount: 10 } });
  expect(await atOnce(3, (n) => add(`sim${n}`))).toEqual(all(3));
  expect(await atOnce(3, () => add('same'))).toEqual(
    onlyOne(3, '400 name: counterparty Simulated bank same already exists'),
  );
  const { counterparties } = await mock.control.listRegistered({});
  const [one, two] = await Promise.all(
    counterparties.slice(0, 2).map(async ({ guid }) => {
      const { entities } = await mock.control.listEntities({ params: { guid } });
      return { guid, entity: entities.find(({ account_kind }) => account_kind === 'customer')?.guid ?? '' };
    }),
  );
  const send = () =>
    mock.control.sendFromSimulatedBank({
      params: { guid: one?.guid ?? '' },
      body: { sender_id: one?.entity ?? '', receiver_id: two?.entity ?? '', amount: 4 },
    });
  expect(await atOnce(5, send)).toEqual([
    '400 insufficient balance',
    '400 insufficient balance',
    '400 insufficient balance',
    'done',
    'done',
  ]);
  expect(await atOnce(4, () => mock.control.makeRecons({ body: {} }))).toEqual(all(4));
  expect((await mock.control.listAllRecons({})).recons).toHaveLength(1);
});

it('invites employees and officers once', async () => {
  const world = await slowWorld();
  const { guid } = world;
  const exists = '400 create employee identity: 409 Conflict';
  const email = `new-${employeeEmail}`;
  expect(await atOnce(4, () => world.control.inviteEmployee({ params: { guid }, body: { email } }))).toEqual(
    onlyOne(4, exists),
  );
  const officer = { email: 'officer@dcm.test' };
  expect(await atOnce(4, () => world.control.inviteOfficer({ body: officer }))).toEqual(onlyOne(4, exists));
});

it('takes as many snapshots as there may be', async () => {
  const mock = await slowMock();
  const said = await atOnce(14, (n) => mock.control.takeSnapshot({ body: { name: `s${n}` } }));
  expect(said).toEqual([...Array(4).fill('400 there are already 10 snapshots'), ...all(10)]);
  expect((await mock.control.listSnapshots({})).snapshots).toHaveLength(10);
});

it('restores clock and options with the rows, whatever changes them at the same time', async () => {
  const mock = await slowMock();
  await mock.control.takeSnapshot({ body: {} });
  await mock.control.moveClock({ body: { forward_s: 60 } });
  await atOnce(6, (n) =>
    n % 2 === 0
      ? mock.control.restoreSnapshot({ body: {} })
      : mock.control.updateProfile({ body: { declined_status: 403 } }),
  );
  expect((await mock.control.getClock({})).offset_s).toBe(0);
});

it('moves the clock no further than it may go', async () => {
  const mock = await slowMock();
  const most = 100 * 365.25 * 86_400;
  const forward_s = Math.floor(most / 12);
  const said = await atOnce(15, () => mock.control.moveClock({ body: { forward_s } }));
  expect(said.filter((one) => one === 'done')).toHaveLength(12);
  expect((await mock.control.getClock({})).offset_s).toBeLessThanOrEqual(most);
});

it('resets a world that is being used without leaving anything of before', async () => {
  const world = await slowWorld();
  const { guid } = world;
  await atOnce(8, (n) => {
    if (n === 3) return world.control.reset({ body: {} });
    return n % 2 === 0
      ? world.control.grantIdentifiers({ params: { guid }, body: { amount: 1 } })
      : world.api.createBranch({ params: { counterparty_guid: guid }, body: { name: `b${n}` } });
  });
  await world.control.addSimulatedBank({ body: { alias: 'after', customers: 1, amount: 10 } });
  expect(await world.control.getInvariant({})).toMatchObject({ holds: true, created: 20, balances: 20 });
});
