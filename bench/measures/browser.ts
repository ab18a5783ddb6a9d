import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { startProgram } from '../child.js';
import { buildPages } from '../compile.js';
import { progress } from '../progress.js';
import { median } from '../statistics.js';
import type { Line, Section } from '../table.js';

const entries = 50_000;
const transfers = 10_000;
/** Megabytes that the process of a page may take. */
const mostMb = 150;
/** Milliseconds of a refresh of the screen: with one of them a frame is shown, whenever it was drawn before. */
const refreshMs = 1000 / 60;
/** Refreshes between two frames of a scrolling page that nobody notices. */
const mostRefreshes = 2;
/** How often a wheel is turned, and by how many pixels. */
const turns = 60;
const turn = 240;

const pages = { 'the journal': '/console/journal', transfers: '/console/transfers' } as const;

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
}

/** Milliseconds between the frames that were drawn while something happened. */
async function framesDuring(browser: Browser, page: Page, work: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame'],
  });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const drawn = traceEvents.filter(({ name }) => name === 'DrawFrame').map(({ ts }) => ts / 1000);
  drawn.sort((one, other) => one - other);
  return drawn.slice(1).map((at, index) => at - (drawn[index] ?? at));
}

/** Megabytes of the process that shows a page: what the browser's task manager calls its memory footprint. */
async function megabytesOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]));
  return Math.max(...sizes) / 1024;
}

/** Loads as many rows as the page keeps. */
async function openWhole(page: Page, url: string): Promise<number> {
  await page.goto(url);
  const more = page.getByRole('button', { name: 'Show older' });
  await page.getByRole('row').nth(1).waitFor();
  while (await more.isVisible()) {
    const before = await page.getByRole('row').count();
    await more.click();
    await page.getByRole('row').nth(before).waitFor();
  }
  return page.getByRole('row').count();
}

/** Loading has led to the last rows: scrolling begins at the first, once the page has nothing left to do. */
async function toTop(page: Page): Promise<void> {
  await page.mouse.move(700, 500);
  await page.evaluate('scrollTo(0, 0); new Promise((done) => requestIdleCallback(done, { timeout: 2000 }))');
}

/** What the console costs in a browser when a mock has a lot of data, and whether it scrolls smoothly. */
export async function measureBrowser(): Promise<Section> {
  buildPages();
  progress('browser: filling the mock');
  const program = await startProgram<{ url: string }>('console', [String(entries), String(transfers)]);
  // As root Chromium runs without a sandbox: only our own pages are opened.
  const browser = await chromium.launch({
    executablePath: process.env.DCM_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const lines: Line[] = [];
  try {
    for (const [name, path] of Object.entries(pages)) {
      progress(`browser: ${name}`);
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
      const rows = await openWhole(page, program.facts.url + path);
      // Before tracing, which takes memory as well.
      const mb = await megabytesOf(browser);
      await toTop(page);
      const frames = await framesDuring(browser, page, async () => {
        for (let count = 0; count < turns; count += 1) await page.mouse.wheel(0, turn);
      });
      const late =
        [...frames].sort((one, other) => one - other)[Math.floor(frames.length * 0.95)] ?? Number.NaN;
      lines.push(
        {
          what: `${name}, ${rows} rows: memory, MB`,
          figure: mb.toFixed(0),
          ratio: mb / mostMb,
          target: { atMost: 1 },
        },
        {
          what: `${name}, ${frames.length} frames while scrolling: median, ms`,
          figure: median(frames).toFixed(1),
        },
        {
          what: `${name}: 95 of 100 frames within, ms`,
          figure: late.toFixed(1),
          ratio: Math.round(late / refreshMs) / mostRefreshes,
          target: { atMost: 1 },
        },
      );
      await page.close();
    }
  } finally {
    await browser.close();
    await program.stop();
  }
  return {
    title: `Console in Chromium, ${entries} journal entries and ${transfers} transfers`,
    unit: '',
    lines,
    notes: [
      `the ratios are to ${mostMb} MB and ${mostRefreshes} refreshes of a screen at 60 Hz, to which a frame is rounded`,
      'memory: the process of the page, with all rows loaded that it keeps',
    ],
  };
}
