import type { Variation } from '../domain/tolerances.js';

/** Harmless variation of what DCM sends to a bank (option `tolerances`); without a variation nothing changes. */

const surplus: readonly unknown[] = ['text', 1, true, null, [], { nested: 'text' }];

const hex = ({ below }: Variation): string => below(256).toString(16);

/** The same members in another order, with one that nobody knows. */
export function variedMembers(members: object, variation: Variation | undefined): object {
  if (variation === undefined) return members;
  const extra = [`x_unknown_${hex(variation)}`, surplus[variation.below(surplus.length)]];
  const all = [...Object.entries(members), extra];
  const cut = variation.below(all.length);
  return Object.fromEntries([...all.slice(cut), ...all.slice(0, cut)]);
}

/** A header that nobody knows, every other time. */
export const strayHeaders = (variation: Variation | undefined): Readonly<Record<string, string>> =>
  variation?.coin() ? { [`x-unknown-${hex(variation)}`]: 'text' } : {};
