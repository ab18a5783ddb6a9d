/** Finds JWTs in any text, in time that grows with its length alone. */

/** Everything that a JWT and what is glued to it are made of. */
const run = /(?<![\w.-])[\w.-]+/g;
/** How the JSON of a header begins in base64url: `{"`. */
const header = 'eyJ';

/** The text with a mark in place of each JWT, whoever made it; `least` characters follow its beginning. */
export const withoutJwts = (text: string, mark: (jwt: string) => string, least = 0): string =>
  text.includes(header)
    ? text.replace(run, (whole) => (whole.includes(header) ? marked(whole, mark, least) : whole))
    : text;

/** A JWT is three parts in a row, the first with a header at its end, the last one possibly empty. */
function marked(whole: string, mark: (jwt: string) => string, least: number): string {
  const parts = whole.split('.');
  const kept: string[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? '';
    const at = part.indexOf(header);
    const isToken = at >= 0 && part.length - at >= header.length + least && index + 2 < parts.length;
    if (!isToken || parts[index + 1] === '') {
      kept.push(part);
      continue;
    }
    kept.push(
      part.slice(0, at) +
        mark(
          parts
            .slice(index, index + 3)
            .join('.')
            .slice(at),
        ),
    );
    index += 2;
  }
  return kept.join('.');
}
