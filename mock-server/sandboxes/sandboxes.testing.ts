import type { RequestListener } from 'node:http';
import { controlOperations } from '../../contract/control/index.js';
import { testClient } from '../client.testing.js';
import { createTestMock, type TestMock, type TestOptions } from '../mock.testing.js';
import { keepers } from '../world.testing.js';

/** What is below a sandbox, as a mock of its own. */
export const below =
  ({ app }: Pick<TestMock, 'app'>, name: string): RequestListener =>
  (request, response) => {
    request.url = `/s/${name}${request.url}`;
    app(request, response);
  };

export const controlOf = (mock: TestMock, name: string, token = '') =>
  testClient(below(mock, name), controlOperations, () =>
    token === '' ? {} : { authorization: `bearer ${token}` },
  );

export const bank = (alias: string) => ({
  name: alias,
  alias,
  user_auth_url: `http://${alias}.test/user_auth`,
  user_key_url: `http://${alias}.test/key`,
  user_id_url: `http://${alias}.test/external_id`,
  callback_url: `http://${alias}.test`,
  key_keepers: [...keepers],
});

/** A mock that may have sandboxes. */
export const open = (more: TestOptions = {}) => createTestMock({ sandboxes: {}, ...more });
export const create = (mock: TestMock, name: string, more: object = {}) =>
  mock.control.createSandbox({ body: { name, ...more } });
