import { z } from 'zod';
import { compared } from '../compared.js';
import { result } from '../result.js';
import { empty } from '../schemas.js';
import { languages } from '../texts/language.js';
import { controlTable } from './operation.js';
import { run, runHead, runId, runOptions, scenarioBegun, scenarioEnded } from './run-parts.js';

/** Runs of `dcm verify` against this mock: started here, or on a terminal with `--mock-url`. */

/** Runs that are kept; with their results and reports they take at most `mostRunBytes`. */
export const mostRuns = 50;
export const mostRunBytes = 64 * 1024 * 1024;
/** Runs that may wait at the same time. */
export const mostQueued = 20;
/** Characters of a piece of a result or report, and pieces in one request: a text of a request has at most 10,000. */
export const longestPiece = 8000;
export const mostPieces = 9;
/** Milliseconds after which a run is over that says nothing. */
export const silentRunMs = 30_000;

const params = z.object({ id: runId });

const order = z.object({
  /** A target of `listRunTargets`. */
  target: z.string().min(1).max(100),
  steps: z.string().max(100).default(''),
  tags: z.string().max(1000).default(''),
  readings: z.string().max(1000).default(''),
  quick: z.boolean().default(false),
  defect: z.string().max(100).default(''),
  /** Makes the run repeatable; a new one if it is empty. */
  seed: z.string().max(100).default(''),
  /**
   * Resets the state of the mock first, when it is the turn of the run: a bank of a configuration must not be registered
   * yet.
   */
  reset: z.boolean().default(false),
  /** Language of the report. */
  language: z.enum(languages).default('en'),
});
export type RunOrder = z.infer<typeof order>;

export const runOperations = controlTable('Runs', {
  listRuns: {
    method: 'GET',
    path: '/control/v1/runs',
    summary: `Runs of dcm verify against this mock, newest first; at most ${mostRuns} are kept, those of the oldest go first`,
    source: 'A',
    answer: z.object({ runs: z.array(runHead) }),
  },
  listRunTargets: {
    method: 'GET',
    path: '/control/v1/runs/targets',
    summary:
      'What can be verified from here: the configurations that the mock was started with, and the reference bank; and what a run can name',
    source: 'A',
    answer: z.object({
      targets: z.array(z.object({ name: z.string(), reference: z.boolean() })),
      /** Why no run can be started here, and what to do; empty if one can. */
      problem: z.string(),
      /** Defects that the reference bank can be given, and what each one does. */
      defects: z.array(z.object({ name: z.string(), says: z.string() })),
      /** Names for `readings`: those of questions, and of single readings. */
      readings: z.array(z.string()),
    }),
  },
  startRun: {
    method: 'POST',
    path: '/control/v1/runs',
    names: ['target', 'id'],
    summary:
      'Starts a run, or queues it: one at a time is started; 400 if dcm verify would refuse a member, 409 if this mock cannot start any',
    source: 'A',
    body: order,
    answer: runHead,
  },
  getRun: {
    method: 'GET',
    path: '/control/v1/runs/{id}',
    summary: 'One run with its scenarios, in the order in which they began',
    source: 'A',
    params,
    answer: run,
  },
  stopRun: {
    method: 'POST',
    path: '/control/v1/runs/{id}/stop',
    summary:
      'Stops a run, or takes it out of the queue; it ends when it has put back the options of the mock',
    source: 'A',
    params,
    body: empty,
    answer: runHead,
  },
  getRunResult: {
    method: 'GET',
    path: '/control/v1/runs/{id}/result',
    summary: 'The result tree of a run: its result.json',
    source: 'A',
    params,
    answer: result,
  },
  compareRuns: {
    method: 'GET',
    path: '/control/v1/runs/{id}/compared/{later}',
    summary:
      'A run and a later one, compared: what broke, what was mended, what is no longer verified, what is slower',
    source: 'A',
    params: z.object({ id: runId, later: runId }),
    answer: compared,
  },
  registerRun: {
    method: 'POST',
    path: '/control/v1/runs/registered',
    names: ['target', 'id'],
    summary:
      'dcm verify says that it runs: as the run that the mock has started, or as one of its own; 409 if it wants to be alone and another one is under way',
    source: 'A',
    body: z.object({
      /** The run that the mock has started. */
      id: z.int().optional(),
      target: z.string().min(1).max(100),
      seed: z.string().max(100),
      options: runOptions,
      /** It is refused while another run is under way here. */
      alone: z.boolean().default(false),
    }),
    answer: runHead,
  },
  reportRun: {
    method: 'POST',
    path: '/control/v1/runs/{id}/progress',
    summary: `dcm verify says which scenarios have begun and ended; a run that says nothing for ${silentRunMs / 1000} s is over`,
    source: 'A',
    params,
    body: z.object({
      /** Scenarios that are known to come, those that have ended included. */
      planned: z.int().min(0),
      /** In the order in which it happened. */
      happened: z
        .array(z.union([z.object({ begun: scenarioBegun }), z.object({ ended: scenarioEnded })]))
        .max(500),
    }),
    /** `stop`: the run is to end now. */
    answer: z.object({ stop: z.boolean() }),
  },
  addRunPart: {
    method: 'POST',
    path: '/control/v1/runs/{id}/parts',
    summary:
      'dcm verify hands over its result.json, its report.html and its archive (a zip in base64): gzip in base64, one part after the other',
    source: 'A',
    params,
    body: z.object({
      of: z.enum(['result', 'report', 'bundle']),
      pieces: z
        .array(
          z
            .string()
            .max(longestPiece)
            .regex(/^[\w+/=-]*$/),
        )
        .max(mostPieces),
    }),
    answer: empty,
  },
  endRun: {
    method: 'POST',
    path: '/control/v1/runs/{id}/end',
    summary:
      'dcm verify ends; the verdict is that of the result that it has handed over, and without one there is none',
    source: 'A',
    params,
    body: z.object({
      exit_code: z.int(),
      /** Why it ended before its time; empty otherwise. */
      note: z.string().max(2000).default(''),
    }),
    answer: runHead,
  },
});

/** What of a run is not JSON: its report as a page, and its archive. */
export const runPages = controlTable('Runs', {
  getRunReport: {
    method: 'GET',
    path: '/control/v1/runs/{id}/report.html',
    summary: 'The report of a run as a page for people; it runs no scripts',
    source: 'A',
    params,
    media: 'text/html',
    answer: z.string(),
  },
  getRunBundle: {
    method: 'GET',
    path: '/control/v1/runs/{id}/bundle.zip',
    summary: 'A run for a ticket: reports, exchanges, configuration without secrets, versions, checksums',
    source: 'A',
    params,
    media: 'application/zip',
    answer: z.string(),
  },
});
