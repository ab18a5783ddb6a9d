/** An IBAN as it is compared: without spaces, in capitals. */
export const plainIban = (iban: string): string => iban.replaceAll(/\s/g, '').toUpperCase();

/** Whether an IBAN has the form and the check digits of ISO 13616. */
export function validIban(iban: string): boolean {
  const plain = plainIban(iban);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
  const digits = [...plain.slice(4), ...plain.slice(0, 4)].map((symbol) => Number.parseInt(symbol, 36));
  return BigInt(digits.join('')) % 97n === 1n;
}
