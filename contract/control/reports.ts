import { z } from 'zod';
import { robustness } from '../robustness.js';
import { runVerdicts, verdicts } from '../verdict.js';
import { controlTable } from './operation.js';

/** The latest conformance report beside the mock. */

const latest = z.object({
  found: z.boolean(),
  /** Why an existing report cannot be shown; empty otherwise. */
  problem: z.string(),
  verdict: z.enum(runVerdicts).optional(),
  target: z.string(),
  at: z.string(),
  /** Scenarios by verdict. */
  summary: z.record(z.string(), z.int()),
  steps: z.array(z.object({ step: z.int(), title: z.string(), verdict: z.enum(verdicts) })),
  /** How the bank lives with other readings; empty if none were tried. */
  robustness: z.array(robustness.pick({ reading: true, outcome: true })),
  /** Path of the page for people; empty without one. */
  page: z.string(),
});
export type LatestReport = z.infer<typeof latest>;

export const reportOperations = controlTable('Latest report', {
  latestReport: {
    method: 'GET',
    path: '/control/v1/reports/latest',
    summary: 'A summary of the latest conformance report in the folder',
    source: 'A',
    answer: latest,
  },
});

/** The report as a page; not JSON. */
export const reportPages = controlTable('Latest report', {
  getReportPage: {
    method: 'GET',
    path: '/control/v1/reports/latest/report.html',
    summary: 'The latest conformance report as a page for people; it runs no scripts',
    source: 'A',
    media: 'text/html',
    answer: z.string(),
  },
});
