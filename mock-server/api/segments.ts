import type { segmentOperations } from '../../contract/operations/segments.js';
import { networkAsset } from '../domain/assets.js';
import type { Domain } from '../domain/index.js';
import { callerOf, type Handlers } from './handler.js';

/** Segments (SEG). */
export function segmentHandlers({ segments, center }: Domain): Handlers<typeof segmentOperations> {
  return {
    getSegments: async ({ query }, { call }) => {
      const { guid, name } = callerOf(call);
      const asset = await networkAsset(center);
      const types = await segments.types(guid);
      const asked = types.filter(({ segment_name }) => query.segment_names?.includes(segment_name) ?? true);
      const views = asked.map((type) => ({
        account_type_guid: type.guid,
        asset_code: asset.code,
        asset_issuer: asset.issuer,
        counterparty_guid: guid,
        kind: type.kind,
        segment_name: type.segment_name,
      }));
      const names = [...new Set(views.map(({ segment_name }) => segment_name))];
      const bySegment = names.map((name) => [
        name,
        views.filter(({ segment_name }) => segment_name === name),
      ]);
      return [{ counterparty: { guid, name }, segments: Object.fromEntries(bySegment) }];
    },

    updateSegment: async ({ body }, { call }) => {
      await segments.move(callerOf(call).guid, body);
      return {};
    },
  };
}
