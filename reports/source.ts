import { pages, parseSource } from '../contract/provenance.js';

export interface SourceText {
  /** As declared, e.g. `D BAUTH`. */
  readonly tag: string;
  readonly title: string;
  /** Address of the published page; empty when there is none. */
  readonly url: string;
}

/** The page behind a source in the result. An unknown tag, e.g. from an older result, is shown as it is. */
export function sourceText(source: string): SourceText {
  const name = parseSource(source).page;
  const page = Object.hasOwn(pages, name) ? pages[name as keyof typeof pages] : undefined;
  if (page === undefined) return { tag: source, title: source, url: '' };
  const url = page.path === '' ? '' : `https://docs.prozora.network/${page.path}`;
  return { tag: source, title: page.title, url };
}
