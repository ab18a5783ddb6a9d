import { type PageTag, pages, parseSource, type Source } from './provenance.js';

export const titleOf = (tag: string): string =>
  (pages as Record<string, { title: string }>)[tag]?.title ?? tag;

/** Where something comes from, in a sentence. */
export function provenanceText(source: Source): string {
  const { mark, page } = parseSource(source);
  const title = pages[page as PageTag]?.title ?? page;
  const texts: Readonly<Record<string, string>> = {
    D: `Documented: ${title}.`,
    O: `Documented only outside the current pages: ${title}.`,
    X: `Known from elsewhere: ${title}.`,
    A: 'Not in any part of the documentation that could be read: assumed by this project, see the fidelity page.',
    RFC: `A public standard: ${title}.`,
  };
  return texts[mark] ?? source;
}
