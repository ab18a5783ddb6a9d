import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LatestReport, reportPages } from '../../contract/control/reports.js';
import { inOurWords } from '../../contract/in-our-words.js';
import { readJson } from '../../contract/read-json.js';
import { result } from '../../contract/result.js';

const nothing: LatestReport = {
  found: false,
  problem: '',
  target: '',
  at: '',
  summary: {},
  steps: [],
  robustness: [],
  page: '',
};

export type Reports = ReturnType<typeof createReports>;

/** The latest report in a folder; read on request. Without a folder there is none. */
export function createReports(folder: string | undefined) {
  const read = (name: string): Promise<string | undefined> =>
    folder === undefined
      ? Promise.resolve(undefined)
      : readFile(join(folder, name), 'utf8').catch(() => undefined);

  const page = () => read('report.html');

  return {
    page,

    async latest(): Promise<LatestReport> {
      const text = await read('result.json');
      if (text === undefined) return nothing;
      const parsed = result.safeParse(readJson(text), inOurWords);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        return { ...nothing, problem: `result.json: ${issue?.path.join('.') || 'file'}: ${issue?.message}` };
      }
      const { verdict, target, started_at, counts, plan, robustness } = parsed.data;
      return {
        found: true,
        problem: '',
        verdict,
        target,
        at: started_at,
        summary: counts,
        steps: plan.map(({ step, title, verdict: of }) => ({ step, title, verdict: of })),
        robustness: (robustness ?? []).map(({ reading, outcome }) => ({ reading, outcome })),
        page: (await page()) === undefined ? '' : reportPages.getReportPage.path,
      };
    },
  };
}
