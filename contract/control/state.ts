import { z } from 'zod';
import { profile, someOptions } from '../profile/index.js';
import { empty, timestamp } from '../schemas.js';
import { controlTable } from './operation.js';

/** Clock, profile and reset of the mock. */

const clock = z.object({ wall: timestamp, ledger: timestamp, offset_s: z.number() });

/** Seconds; far more than any test needs, and dates stay valid. */
const tenYears = 315_360_000;

export const stateOperations = controlTable('Clock and state', {
  getClock: {
    method: 'GET',
    path: '/control/v1/clock',
    summary: 'Wall clock and ledger clock',
    source: 'A',
    answer: clock,
  },
  moveClock: {
    method: 'POST',
    path: '/control/v1/clock',
    summary: 'Moves the ledger clock forward; whatever becomes due happens before the response',
    source: 'A',
    body: z.object({ forward_s: z.number().positive().max(tenYears) }),
    answer: clock,
  },
  getKeeping: {
    method: 'GET',
    path: '/control/v1/state',
    summary:
      'Whether the state is being saved: if its file is on a full disk, it is not, and writes are refused',
    source: 'A',
    answer: z.object({ kept: z.boolean(), problem: z.string() }),
  },
  reset: {
    method: 'POST',
    path: '/control/v1/reset',
    summary:
      'Removes everything but snapshots, runs and the audit list: the key and the profile are again those from the start',
    source: 'A',
    body: empty,
    answer: empty,
  },
});

export const profileOperations = controlTable('Profile', {
  getProfile: {
    method: 'GET',
    path: '/control/v1/profile',
    summary: 'The options in force, and for each one what it decides and the open question behind it',
    source: 'A',
    answer: z.object({
      profile,
      options: z.array(
        z.object({
          name: z.string(),
          default: z.unknown(),
          unknown: z.string(),
          says: z.string(),
        }),
      ),
    }),
  },
  updateProfile: {
    method: 'PUT',
    path: '/control/v1/profile',
    summary: 'Sets options; options that are left out stay as they are',
    source: 'A',
    body: someOptions,
    answer: profile,
  },
});

export const keyOperations = controlTable('Keys', {
  rotateKey: {
    method: 'POST',
    path: '/control/v1/keys/rotate',
    names: ['kid'],
    summary: 'Signs with a new key from now on; the former key stays published until it is dropped (U-72)',
    source: 'A',
    body: z.object({
      /** The new key, an RSA private JWK of 2048 bits or more, with or without a kid; one is created if it is left out. */
      private_jwk: z.record(z.string(), z.unknown()).optional(),
    }),
    answer: z.object({ kid: z.string(), published: z.array(z.string()) }),
  },
  showForeignKeys: {
    method: 'GET',
    path: '/control/v1/keys/foreign/{jwks}',
    summary:
      "A JWKS that the caller brings along and that is none of DCM's: tokens can be forged that name it by a URL",
    source: 'A',
    params: z.object({
      /** The JWKS, in base64url. */
      jwks: z.string().min(1).max(8000),
    }),
    answer: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
  },
  dropFormerKeys: {
    method: 'POST',
    path: '/control/v1/keys/drop',
    summary: 'Publishes only the key in use',
    source: 'A',
    body: empty,
    answer: z.object({ kid: z.string(), published: z.array(z.string()) }),
  },
});

export const apiOperations = controlTable('This API', {
  getControlApi: {
    method: 'GET',
    path: '/control/v1/openapi.json',
    summary: 'The control API as an OpenAPI 3.1 document',
    source: 'A',
    answer: z.looseObject({ openapi: z.string() }),
  },
});
