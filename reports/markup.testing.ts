/** What a page or an XML document consists of, read strictly enough to notice broken nesting or escaping. */
export interface Element {
  readonly tag: string;
  /** Tag of the element around it; empty for the root. */
  readonly parent: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** All text within, references resolved. */
  readonly text: string;
}

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#10;': '\n',
  '&#9;': '\t',
};

function resolved(text: string): string {
  return text.replace(/&[^;\s]*;?/g, (reference) => {
    const character = references[reference];
    if (character === undefined) throw new Error(`a stray & at ${reference}`);
    return character;
  });
}

/** @throws Error on what is not well formed. */
export function elements(document: string, isVoid: readonly string[] = []): Element[] {
  const found: { tag: string; parent: string; attributes: Map<string, string>; text: string }[] = [];
  const open: (typeof found)[number][] = [];
  const body = document.replace(/^<(\?xml|!doctype)[^>]*>/, '');
  const token = /<(\/?)([\w-]+)((?:\s+[\w-]+(?:="[^"<]*")?)*)\s*(\/?)>|([^<]+)|</g;
  for (const [whole, slash, tag, list = '', selfClosing, text] of body.matchAll(token)) {
    if (text !== undefined) {
      if (text.includes(']]>')) throw new Error(']]> in text');
      const plain = open.at(-1)?.tag === 'style' ? text : resolved(text);
      for (const element of open) element.text += plain;
    } else if (tag === undefined) throw new Error(`a stray < in ${whole}`);
    else if (slash === '/') {
      const last = open.pop();
      if (last?.tag !== tag) throw new Error(`</${tag}> closes <${last?.tag}>`);
    } else {
      const pairs = [...list.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(
        ([, name = '', value = '']) => [name, resolved(value)] as const,
      );
      if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`twice in <${tag}>`);
      const element = { tag, parent: open.at(-1)?.tag ?? '', attributes: new Map(pairs), text: '' };
      found.push(element);
      if (selfClosing !== '/' && !isVoid.includes(tag)) open.push(element);
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.tag}> is not closed`);
  return found;
}
