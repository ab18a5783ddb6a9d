import { Refusal } from './refusal.js';

/** Money is whole stroops (10^-7 hryvnia) in `bigint` internally and a decimal JSON number at the boundary (U-25). */

const decimals = 7;
const unit = 10n ** BigInt(decimals);
const mostDigits = 15;
/** The largest Stellar amount. */
const most = 2n ** 63n - 1n;

/** Decimal places that a hryvnia has. */
export const minorUnit = 2;

/** Stroops of a decimal number, by its shortest decimal form; undefined if there is no exact value. */
export function toStroops(hryvnias: number): bigint | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(hryvnias));
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits.replace(/(?<!0)0+$/, '').length > mostDigits) return undefined;
  const shift = decimals - fraction.length + Number(exponent);
  if (shift < 0 || digits.length + shift > 30) return undefined;
  const stroops = BigInt(digits || '0') * 10n ** BigInt(shift);
  return sign === '-' ? -stroops : stroops;
}

/** Refuses what is no amount of an order. */
function requireAmount(amount: number, stroops: bigint | undefined): asserts stroops is bigint {
  if (stroops === undefined) {
    const problem = `${amount} has more than ${decimals} decimal places or ${mostDigits} digits; a sum of binary fractions must be rounded to kopiykas`;
    throw new Refusal('amount-too-fine', { amount }, problem);
  }
  if (stroops <= 0n) throw new Refusal('amount-not-positive', { amount }, `${amount} is not more than 0`);
  if (stroops > most)
    throw new Refusal('amount-too-large', { amount }, `${amount} is more than an asset of Stellar can have`);
}

/** Stroops of an ordered amount. @throws {Refusal} `invalid-amount` */
export function amountOf(hryvnias: number | undefined): bigint {
  if (hryvnias === undefined) throw new Refusal('amount-missing', {}, 'it is missing');
  const stroops = toStroops(hryvnias);
  requireAmount(hryvnias, stroops);
  return stroops;
}

/** @throws {Refusal} `insufficient-balance` for less than this many stroops */
export function requireBalance({ balance }: { readonly balance: bigint }, amount: bigint): void {
  if (balance < amount)
    throw new Refusal('insufficient-balance', { balance: toHryvnias(balance), amount: toHryvnias(amount) });
}

/** The fewest stroops that are not less than this many hryvnias. */
export const leastStroops = (hryvnias: number): bigint => toStroops(hryvnias) ?? rounded(hryvnias, Math.ceil);

/** The most stroops that are not more than this many hryvnias. */
export const mostStroops = (hryvnias: number): bigint => toStroops(hryvnias) ?? rounded(hryvnias, Math.floor);

function rounded(hryvnias: number, round: (stroops: number) => number): bigint {
  const stroops = round(hryvnias * Number(unit));
  return Number.isFinite(stroops) ? BigInt(stroops) : BigInt(Math.sign(hryvnias)) * 2n * most;
}

export function toHryvnias(stroops: bigint): number {
  return Number(stroops) / Number(unit);
}

/** Whether an amount has more decimal places than hryvnias have. */
export function finerThanKopiyka(stroops: bigint): boolean {
  return stroops % 10n ** BigInt(decimals - minorUnit) !== 0n;
}
