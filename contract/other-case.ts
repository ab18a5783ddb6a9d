/** A text with capital and small letters exchanged; the same text when it has none. */
export const inOtherCase = (text: string): string =>
  [...text]
    .map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))
    .join('');
