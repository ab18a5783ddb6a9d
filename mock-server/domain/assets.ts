import type { Center } from './center.js';
import { Refusal } from './refusal.js';

export interface Asset {
  readonly code: string;
  readonly issuer: string;
}

interface Named {
  readonly asset_code?: string | undefined;
  readonly asset_issuer?: string | undefined;
}

/**
 * The one asset of the network, checked against what a request names.
 * @throws {Refusal} `invalid-member` if one of the two is missing, `asset-not-found` if it is a different one
 */
export async function assetOf(center: Center, named: Named): Promise<Asset> {
  for (const member of ['asset_code', 'asset_issuer'] as const) {
    if (!named[member]) throw new Refusal('invalid-member', { member, problem: 'required' });
  }
  return allowedAsset(center, named);
}

/** As `assetOf`, for operations whose page marks both members optional. */
export async function allowedAsset(center: Center, named: Named): Promise<Asset> {
  const asset = { code: center.profile().asset_code, issuer: (await center.keys.issuer()).address };
  if (named.asset_code && named.asset_code !== asset.code) throw new Refusal('asset-not-found');
  if (named.asset_issuer && named.asset_issuer !== asset.issuer) throw new Refusal('asset-not-found');
  return asset;
}
