import { wholeList } from '../../contract/control/portions.js';
import { control } from './control.js';

/** Complete lists, loaded in portions. */

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
