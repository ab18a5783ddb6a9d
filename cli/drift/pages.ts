import { stat } from 'node:fs/promises';
import { comparePages } from '../../bridge/pages/compare.js';
import { type Gathered, gatherFolder, gatherSite } from '../../bridge/pages/gather.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { inUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { createHttpTransport } from '../../contract/wire/http.js';
import { systemTime } from '../../mock-server/system.js';
import type { PagesDrift } from '../../reports/pages-drift.js';

/** Milliseconds for one page. */
const timeoutMs = 20_000;
/** Bytes of one page. */
const longestPage = 4 * 1024 * 1024;

async function site(address: string): Promise<Gathered> {
  if (!URL.canParse(address))
    throw new UsageError(
      said(
        `--docs ${address}: expected an http or https URL`,
        `--docs ${address}: очікувано URL із http або https`,
      ),
    );
  const transport = createHttpTransport(systemTime, { longest: longestPage });
  const headers = { accept: 'text/markdown, text/plain' };
  try {
    return await gatherSite(address, async (url) => {
      const answer = await transport.send({ method: 'GET', url, headers, timeoutMs });
      return { status: answer.status, text: answer.text, location: answer.headers.location };
    });
  } finally {
    transport.close();
  }
}

async function folder(path: string): Promise<Gathered> {
  try {
    if (!(await stat(path)).isDirectory()) throw new Error('not a folder');
    return await gatherFolder(path);
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError(
      said(
        `--docs ${path}: ${message}; expected the address of the documentation, or a folder with its pages as .md`,
        `--docs ${path}: ${message}; очікувано адресу документації або теку з її сторінками у форматі .md`,
      ),
    );
  }
}

/**
 * Reads the pages of the documentation at an address or in a folder, and compares them with the contract.
 * @throws {UsageError} if there is none that can be read
 */
export async function driftOfPages(place: string): Promise<PagesDrift> {
  const { pages, unread } = await (/^https?:\/\//i.test(place) ? site(place) : folder(place));
  if (pages.length === 0) {
    const [first] = unread;
    const why = (problem = '') => (first === undefined ? '' : ` (${first.page}: ${problem})`);
    throw new UsageError(
      said(
        `--docs ${place}: no page was found${why(first?.problem)}; expected a site with llms.txt, or a folder with .md`,
        `--docs ${place}: жодної сторінки не знайдено${why(inUkrainian(first?.problem ?? '') ?? first?.problem)}; очікувано сайт із llms.txt або теку з файлами .md`,
      ),
    );
  }
  return { ...comparePages(pages), unread };
}
