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

/** The asset of the network; there is no other. */
export const networkAsset = async (center: Center): Promise<Asset> => ({
  code: center.profile().asset_code,
  issuer: (await center.keys.issuer()).address,
});

/**
 * Refuses what names another asset than that of the network; both members are optional.
 * @throws {Refusal} `asset-not-found`
 */
export async function refuseOtherAsset(center: Center, named: Named): Promise<void> {
  const { code, issuer } = await networkAsset(center);
  if (named.asset_code && named.asset_code !== code)
    throw new Refusal('asset-code', { given: named.asset_code, expected: code });
  if (named.asset_issuer && named.asset_issuer !== issuer)
    throw new Refusal('asset-issuer', { expected: issuer });
}

/**
 * As `refuseOtherAsset`, for operations whose page requires both members.
 * @throws {Refusal} `invalid-member` if one of them is missing, `asset-not-found`
 */
export async function requireAsset(center: Center, named: Named): Promise<void> {
  for (const member of ['asset_code', 'asset_issuer'] as const) {
    if (!named[member]) throw new Refusal('member-missing', { member, problem: 'required' });
  }
  await refuseOtherAsset(center, named);
}
