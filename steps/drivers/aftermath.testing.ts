import type { Aftermath } from './aftermath.js';

/** What DCM has seen of an act that was only begun. */
export const followed = { ok: true, output: { payment_guid: 'seen by DCM' } };

/** For drivers whose bank is not looked at. */
export const nothingFollows: Aftermath = { last: async () => 0, follow: async () => followed };
