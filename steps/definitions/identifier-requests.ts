import { wholeList } from '../../contract/control/portions.js';
import { smallestAmountOf } from '../stage.js';
import type { DcmWorld } from '../world.js';

/** What the steps about creating and deleting identifiers share. */

/** Reserve that the bank is told to declare: enough for everything in a run. */
export const reserveOf = ({ stage }: Pick<DcmWorld, 'stage'>): number =>
  100_000_000 * smallestAmountOf(stage);

/** Requests of the bank as the officers of DCM see them. */
export const requests = ({ stage, walk }: DcmWorld) =>
  wholeList(
    (query) => stage.dcm.control.listRequests({ params: { guid: walk.guid }, query }),
    ({ history }) => history,
  );

/** The amounts of these requests. */
export const amountsRequested = async (world: DcmWorld): Promise<number[]> =>
  (await requests(world)).map(({ requested_amount }) => requested_amount);
