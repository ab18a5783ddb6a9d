/** An IBAN as it is compared: without spaces, in capitals. */
export const plainIban = (iban: string): string => iban.replaceAll(/\s/g, '').toUpperCase();

/** Characters of a Ukrainian IBAN. */
const ukrainian = 29;

/** What is wrong with an IBAN by ISO 13616; undefined if nothing is. */
export function ibanProblem(iban: string): string | undefined {
  const plain = plainIban(iban);
  const foreign = [...plain].find((character) => !/[A-Z0-9]/.test(character));
  if (foreign !== undefined) {
    const code = foreign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return `the IBAN contains ${foreign} (U+${code}); only Latin letters and digits are allowed`;
  }
  if (!/^[A-Z]{2}\d{2}/.test(plain)) return 'the IBAN does not begin with two letters and two digits';
  const { length } = plain;
  if (plain.startsWith('UA') && length !== ukrainian)
    return `the IBAN has ${length} characters; one of Ukraine has ${ukrainian}`;
  if (length < 15 || length > 34) return `the IBAN has ${length} characters; allowed are 15 to 34`;
  return hasCheckDigits(plain) ? undefined : 'the IBAN has wrong check digits';
}

function hasCheckDigits(plain: string): boolean {
  const digits = [...plain.slice(4), ...plain.slice(0, 4)].map((symbol) => Number.parseInt(symbol, 36));
  return BigInt(digits.join('')) % 97n === 1n;
}
