import { type Request, type Response, Router } from 'express';
import { journalPages } from '../../contract/control/journal-operations.js';
import { reportOperations, reportPages } from '../../contract/control/reports.js';
import { runPages } from '../../contract/control/runs.js';
import type { Reason } from '../../contract/errors.js';
import { hintOf, whyOf } from '../../contract/explanations/why.js';
import { inOurWords } from '../../contract/in-our-words.js';
import type { ControlGuard } from '../api/admission.js';
import { requestIdHeader, requestIdOf } from '../api/request-id.js';
import { clientAddress } from '../client-address.js';
import type { WallClock } from '../domain/ports.js';
import { type Because, because } from '../domain/refusal.js';
import type { Audit } from '../journal/audit.js';
import { lacking } from '../runs/lacking.js';
import type { Runs } from '../runs/runs.js';
import { type Live, mostReaders } from './live.js';
import type { Reports } from './reports.js';

/** The report includes its style, and nothing that a browser would fetch or run. */
const reportPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups";

const { streamJournal } = journalPages;
const { getReportPage } = reportPages;
const { getRunReport, getRunBundle } = runPages;

/** A path of the contract as Express has it. */
const routeOf = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

export interface ControlPagesParts {
  readonly live: Live;
  readonly reports: Reports;
  readonly runs: Pick<Runs, 'list' | 'report' | 'bundle'>;
  readonly guard: ControlGuard;
  readonly audit: Audit;
  readonly clock: WallClock;
}

/** What the audit list has of a request that was refused here. */
function refusedOf(request: Request, clock: WallClock) {
  const { headers, params } = request;
  const one = (name: string) => [headers[name]].flat().join(', ');
  return {
    at: new Date(clock.now()).toISOString(),
    address: clientAddress(request) ?? '',
    forwarded_for: one('x-forwarded-for'),
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
    status: 403,
    request_id: requestIdOf({ [requestIdHeader]: one(requestIdHeader) }, () => ''),
  };
}

/** A refusal with the headers that every other one has. */
function refuse(
  response: Response,
  status: number,
  reason: Reason,
  error: string,
  { cause, facts }: Because,
): void {
  const hint = hintOf(whyOf(cause, facts));
  response.status(status).set({ 'dcm-reason': reason, 'dcm-hint': hint }).json({ error });
}

/** Responses of the control API that are not JSON: the event stream and the report. */
export function createControlPages({ live, reports, runs, guard, audit, clock }: ControlPagesParts): Router {
  const router = Router();
  for (const operation of [streamJournal, getReportPage, getRunReport, getRunBundle])
    router.use(routeOf(operation.path), (request, response, next) => {
      const { who, problem } = guard(request, operation);
      if (problem === undefined) return next();
      refuse(response, 403, 'permission', problem, because('control-stranger', { problem }));
      audit.record({ ...refusedOf(request, clock), who, operation: operation.id }, true);
    });

  /** Why the run of a path has no such thing. */
  function without({ params }: Request, what: Parameters<typeof lacking>[1]): string {
    const run = runs.list().find(({ id }) => id === Number(params.id));
    return run === undefined ? `run ${Number(params.id)} not found` : lacking(run, what);
  }

  router.get(streamJournal.path, (request, response) => {
    const asked = streamJournal.query.safeParse(request.query, inOurWords);
    if (!asked.success) {
      const [{ path = [], message = '' } = {}] = asked.error.issues;
      const member = path.join('.') || 'query';
      const why = because('invalid-member', { member, problem: message });
      refuse(response, 400, 'invalid', `${member}: ${message}`, why);
      return;
    }
    if (live.readers >= mostReaders) {
      response.status(503).json({ error: `${mostReaders} streams are already open` });
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    const leave = live.join(
      {
        write: (text) => void response.write(text),
        pending: () => response.writableLength,
        // A reader that reads nothing would never see a graceful end.
        end: () => (response.writableNeedDrain ? response.destroy() : response.end()),
      },
      placeOf(request) ?? asked.data.after,
    );
    response.on('close', leave);
  });

  router.get(getReportPage.path, async (_request, response) => {
    sendReport(response, await reports.page(), `no report; ${reportOperations.latestReport.path} says more`);
  });

  router.get(routeOf(getRunReport.path), async (request, response) => {
    const page = await runs.report(Number(request.params.id));
    sendReport(response, page, without(request, 'report'));
  });

  router.get(routeOf(getRunBundle.path), async (request, response) => {
    const { params } = request;
    const zip = await runs.bundle(Number(params.id));
    if (zip === undefined) {
      response.status(404).json({ error: without(request, 'archive') });
      return;
    }
    response.set({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    response
      .attachment(`run-${Number(params.id)}.zip`)
      .type('application/zip')
      .send(zip);
  });
  return router;
}

/** @param otherwise what to say if there is no page */
function sendReport(response: Response, page: string | undefined, otherwise: string): void {
  if (page === undefined) {
    response.status(404).json({ error: otherwise });
    return;
  }
  response.set({
    'content-security-policy': reportPolicy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.type('html').send(page);
}

/** Where a disconnected browser continues. */
function placeOf({ headers }: Request): number | undefined {
  const given = headers['last-event-id'];
  return typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : undefined;
}
