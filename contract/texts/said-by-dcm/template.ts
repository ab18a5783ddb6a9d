/** A sentence with places in braces, as a program words it, and in Ukrainian. */
export type Phrase = readonly [en: string, uk: string];

/** Places whose text is a sentence or a word of this project itself; what stands in the others is nobody's to translate. */
const spoken = new Set([
  'problem',
  'cause',
  'thing',
  'what',
  'list',
  'type',
  'got',
  'period',
  'whose',
  'purpose',
]);

/** What stands at `{n}`: a sentence with a number does not make one that says more before it. */
const count = /^-?\d[\d.e+-]*$/;

interface Parts {
  readonly literals: readonly string[];
  readonly names: readonly string[];
}

function partsOf(template: string): Parts {
  const pieces = template.split(/\{(\w+)\}/);
  return {
    literals: pieces.filter((_, index) => index % 2 === 0),
    names: pieces.filter((_, index) => index % 2 === 1),
  };
}

/** What stands in the places of a template that makes this text; undefined when it makes another one. */
function valuesOf({ literals, names }: Parts, text: string): ReadonlyMap<string, string> | undefined {
  const values = new Map<string, string>();
  const [first = '', ...rest] = literals;
  if (!text.startsWith(first)) return undefined;
  let at = first.length;
  for (const [index, literal] of rest.entries()) {
    const last = index === rest.length - 1;
    const end = last ? text.length - literal.length : text.indexOf(literal, at + 1);
    if (end <= at || !text.startsWith(literal, end)) return undefined;
    values.set(names[index] ?? '', text.slice(at, end));
    at = end + literal.length;
  }
  return at === text.length && count.test(values.get('n') ?? '0') ? values : undefined;
}

/** The Ukrainian of a text; undefined for one that it does not know. `depth` is how many sentences it stands within. */
export type Reader = (text: string, depth?: number) => string | undefined;

/** Foreign text may stand in a sentence: longer, or deeper within others, no sentence of this project is. */
const longest = 2000;
const deepest = 4;

/**
 * Reads sentences that these templates make; of several the one with most words of its own.
 *
 * @param within reads what stands in their places; left out, they themselves do
 */
export function createReader(phrases: readonly Phrase[], within?: Reader): Reader {
  const known = phrases
    .map(([en, uk]) => ({ parts: partsOf(en), own: en.replaceAll(/\{\w+\}/g, '').length, uk }))
    .filter(({ own }) => own > 0)
    .sort((a, b) => b.own - a.own);

  function read(text: string, depth = 0): string | undefined {
    if (text.length > longest || depth > deepest) return undefined;
    for (const { parts, uk } of known) {
      const values = valuesOf(parts, text);
      if (values === undefined) continue;
      const translated = uk.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const value = values.get(name) ?? '';
        return spoken.has(name) ? readAll(value, depth + 1) : value;
      });
      if (translated !== text) return translated;
    }
    return undefined;
  }

  function readAll(text: string, depth: number): string {
    const reader = within ?? read;
    const translated = (text: string) => reader(text, depth) ?? text;
    return reader(text, depth) ?? text.split(', ').map(translated).join(', ');
  }

  return read;
}
