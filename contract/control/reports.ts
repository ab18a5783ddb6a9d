import { z } from 'zod';
import { operation } from '../operation.js';
import { runVerdicts, verdicts } from '../verdict.js';

/** The latest conformance report beside the mock, and the options with all that is known of them. */

export const latestReport = operation({
  id: 'latestReport',
  method: 'GET',
  path: '/control/v1/reports/latest',
  summary: 'What the latest conformance report of the folder says in short',
  caller: 'control',
  source: 'A',
  answer: z.object({
    found: z.boolean(),
    /** Why a report that is there cannot be shown; empty otherwise. */
    problem: z.string(),
    verdict: z.enum(runVerdicts).optional(),
    target: z.string(),
    at: z.string(),
    /** Scenarios by verdict. */
    summary: z.record(z.string(), z.int()),
    steps: z.array(z.object({ step: z.int(), title: z.string(), verdict: z.enum(verdicts) })),
    /** Path of the page for people; empty without one. */
    page: z.string(),
  }),
});

export const getReportPage = operation({
  id: 'getReportPage',
  method: 'GET',
  path: '/control/v1/reports/latest/report.html',
  summary: 'The latest conformance report as a page for people; it runs no script',
  caller: 'control',
  source: 'A',
  media: 'text/html',
  answer: z.string(),
});

export const listOptions = operation({
  id: 'listOptions',
  method: 'GET',
  path: '/control/v1/options',
  summary: 'Each option: its value, what it may be, what it decides and the open question behind it',
  caller: 'control',
  source: 'A',
  answer: z.object({
    options: z.array(
      z.object({
        name: z.string(),
        value: z.unknown(),
        default: z.unknown(),
        /** JSON schema of a value. */
        schema: z.record(z.string(), z.unknown()),
        /** The values, where they can be listed. */
        choices: z.array(z.unknown()),
        says: z.object({ en: z.string(), uk: z.string() }),
        /** Number of the open question, as in docs/options.md; empty without one. */
        question: z.string(),
        /** The value in force relaxes what is documented: a run with it is not standard. */
        relaxed: z.boolean(),
      }),
    ),
  }),
});
