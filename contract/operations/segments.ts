import { z } from 'zod';
import { noUuid } from '../errors.js';
import { operation, table } from '../operation.js';
import { empty, guid, listOf, ofCounterparty } from '../schemas.js';

/** Segments (SEG): which account types customers have. */

const path = '/api/v1/counterparty/{counterparty_guid}/segments';

/** Segments that exist from the beginning (U-32). */
export const initialSegments = ['PL', 'PI'] as const;

/** `processing` is the one value that the page shows; `customer` occurs in states of earlier versions. */
export const segmentKinds = ['processing', 'customer'] as const;

const getSegments = operation({
  id: 'getSegments',
  method: 'GET',
  path,
  summary: 'Segments with their account types',
  caller: 'employee',
  permission: { scope: 'segments', reach: 'common' },
  source: 'D SEG',
  params: ofCounterparty,
  query: z.object({ segment_names: listOf(z.string()).optional() }),
  answer: z.array(
    z.object({
      counterparty: z.object({ guid, name: z.string() }),
      segments: z.record(
        z.string(),
        z.array(
          z.object({
            account_type_guid: guid,
            asset_code: z.string(),
            asset_issuer: z.string(),
            counterparty_guid: guid,
            kind: z.enum(segmentKinds),
            segment_name: z.string(),
          }),
        ),
      ),
    }),
  ),
});

const updateSegment = operation({
  id: 'updateSegment',
  method: 'PATCH',
  path,
  summary: 'Moves an account type into a segment',
  caller: 'employee',
  permission: { scope: 'segments', reach: 'common' },
  source: 'D SEG',
  params: ofCounterparty,
  body: z.object({ account_type_guid: z.string().optional(), segment_name: z.string().optional() }),
  answer: empty,
  required: ['account_type_guid', 'segment_name'],
  refuses: ['not-found', ...noUuid],
});

export const segmentOperations = table(getSegments, updateSegment);
