import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { causeOf } from '../../contract/wire/cause.js';
import type { DescribedPage } from './described.js';
import { parsePage } from './parse.js';

/** Pages that could be read, and why others could not. */
export interface Gathered {
  readonly pages: readonly DescribedPage[];
  readonly unread: readonly { readonly page: string; readonly problem: string }[];
}

/** GETs a text. Rejects if none comes. */
export type FetchText = (url: string) => Promise<{ readonly status: number; readonly text: string }>;

/** Pages of one site that are read at most. */
const mostPages = 500;
const atOnce = 4;

/** Every file in markdown below a folder. @throws {NodeJS.ErrnoException} if the folder cannot be read */
export async function gatherFolder(folder: string): Promise<Gathered> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith('.md')).sort();
  const pages = await Promise.all(
    files.map(async (name) =>
      parsePage(relative('', name).split(sep).join('/'), await readFile(join(folder, name), 'utf8')),
    ),
  );
  return { pages, unread: [] };
}

/** The pages that `llms.txt` of a GitBook site lists, or one page if the address is that of a page in markdown. */
export async function gatherSite(address: string, fetchText: FetchText): Promise<Gathered> {
  const pages: DescribedPage[] = [];
  const unread: { page: string; problem: string }[] = [];

  async function textOf(url: string): Promise<string | undefined> {
    try {
      const { status, text } = await fetchText(url);
      if (status === 200) return text;
      unread.push({ page: url, problem: `HTTP ${status}` });
    } catch (error) {
      unread.push({ page: url, problem: causeOf(error) });
    }
    return undefined;
  }

  const waiting = address.endsWith('.md') ? [address] : await listOf(address, textOf);
  const readOn = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const text = await textOf(url);
      if (text !== undefined) pages.push(parsePage(url, text));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, readOn));
  return { pages: pages.sort((a, b) => (a.page < b.page ? -1 : 1)), unread };
}

/** Addresses of pages in the list of the site; links to other sites are left out. */
async function listOf(
  address: string,
  textOf: (url: string) => Promise<string | undefined>,
): Promise<string[]> {
  const base = address.endsWith('/') ? address : `${address}/`;
  const list = (await textOf(new URL('llms.txt', base).href)) ?? '';
  const links = [...list.matchAll(/\]\(([^)\s]+\.md)\)/g)].map(([, link = '']) => new URL(link, base));
  const { origin } = new URL(base);
  const own = links.filter((link) => link.origin === origin).map(({ href }) => href);
  return [...new Set(own)].slice(0, mostPages);
}
