import { wholeList } from '../../contract/control/portions.js';
import { control } from './control.js';

/** Lists that come in portions, whole, as pages show them. */

export const registered = () =>
  wholeList(
    (query) => control.listRegistered({ query }),
    ({ counterparties }) => counterparties,
  );

export const entitiesOf = (guid: string) =>
  wholeList(
    (query) => control.listEntities({ params: { guid }, query }),
    ({ entities }) => entities,
  );

export const requestsOf = (guid: string) =>
  wholeList(
    (query) => control.listRequests({ params: { guid }, query }),
    ({ history }) => history,
  );
