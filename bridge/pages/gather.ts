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
export type FetchText = (
  url: string,
) => Promise<{ readonly status: number; readonly text: string; readonly location?: string | undefined }>;

/** Pages of one site that are read at most. */
const mostPages = 500;
const atOnce = 4;
/** Pages in a row that do not come, after which a site is not asked for more: each may take its whole time limit. */
const mostMissed = 8;

/** Every file in markdown below a folder. @throws {NodeJS.ErrnoException} if the folder cannot be read */
export async function gatherFolder(folder: string): Promise<Gathered> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith('.md')).sort();
  const pages: DescribedPage[] = [];
  const unread: { page: string; problem: string }[] = [];
  for (const name of files) {
    const page = relative('', name).split(sep).join('/');
    try {
      pages.push(parsePage(page, await readFile(join(folder, name), 'utf8')));
    } catch (error) {
      unread.push({ page, problem: causeOf(error) });
    }
  }
  return { pages, unread };
}

/** The pages that `llms.txt` of a GitBook site lists, or one page if the address is that of a page in markdown. */
export async function gatherSite(address: string, fetchText: FetchText): Promise<Gathered> {
  const pages: DescribedPage[] = [];
  const unread: { page: string; problem: string }[] = [];
  let missed = 0;

  async function textOf(url: string): Promise<string | undefined> {
    try {
      const { status, text, location } = await fetchText(url);
      missed = 0;
      if (status === 200) return text;
      const problem = `HTTP ${status}`;
      unread.push({ page: url, problem: location === undefined ? problem : `${problem} to ${location}` });
    } catch (error) {
      missed += 1;
      unread.push({ page: url, problem: causeOf(error) });
    }
    return undefined;
  }

  const { waiting, left } = address.endsWith('.md')
    ? { waiting: [address], left: [] }
    : await listOf(address, textOf);
  unread.push(...left);
  const readOn = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      if (missed >= mostMissed) {
        unread.push({ page: url, problem: 'not asked for: the pages before it did not come' });
        continue;
      }
      const text = await textOf(url);
      if (text !== undefined) pages.push(parsePage(url, text));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, readOn));
  return { pages: pages.sort((a, b) => (a.page < b.page ? -1 : 1)), unread };
}

/** Addresses of pages in the list of the site, and links that are left out. */
async function listOf(
  address: string,
  textOf: (url: string) => Promise<string | undefined>,
): Promise<{ waiting: string[]; left: Gathered['unread'] }> {
  const base = address.endsWith('/') ? address : `${address}/`;
  const list = new URL('llms.txt', base).href;
  const text = await textOf(list);
  if (text === undefined) return { waiting: [], left: [] };
  const links = new Set([...text.matchAll(/\]\(([^)\s]+\.md)\)/g)].map(([, link = '']) => link));
  const own = new Set<string>();
  let others = 0;
  for (const link of links) {
    const url = URL.canParse(link, base) ? new URL(link, base) : undefined;
    if (url?.origin === new URL(base).origin) own.add(url.href);
    else others += 1;
  }
  const left: { page: string; problem: string }[] = [];
  const leave = (problem: string) => left.push({ page: list, problem });
  if (others > 0) leave(`links to other sites, which are not asked: ${others}`);
  if (own.size > mostPages)
    leave(`pages beyond the first ${mostPages}, which are not read: ${own.size - mostPages}`);
  if (links.size === 0) leave('it lists no page (.md)');
  return { waiting: [...own].slice(0, mostPages), left };
}
