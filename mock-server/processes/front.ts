import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { SaidError, said } from '../../contract/texts/said.js';
import { refusePlainly } from '../api/refuse-plainly.js';
import type { Timers } from '../domain/ports.js';
import { Refusal } from '../domain/refusal.js';
import { type Body, bodyOf, type Hops } from './hop.js';
import { rootWorld } from './keys-of-database.js';
import type { Owned, Place } from './owned.js';

export interface FrontParts {
  readonly owned: Pick<Owned, 'placeOf' | 'forget'>;
  readonly hops: Pick<Hops, 'pass' | 'accept' | 'refuse'>;
  /** The URL at which this process is reached by the others. */
  readonly self: () => string;
  /** The name of the world that a request is for; if there is none, the root says so. */
  readonly worldOf: (request: IncomingMessage) => string;
  readonly exists: (name: string) => Promise<boolean>;
  readonly timers: Timers;
  readonly report: (error: unknown) => void;
}

/** How often the process that serves a world is looked for before the request is refused, and ms in between: longer than one needs to give a world back. */
const tries = 50;
const pauseMs = 100;

/**
 * Serves every request in whatever process it arrives: in this one if it owns the world, otherwise in the one that
 * does. A world that nobody serves is taken over.
 */
export function createFront({
  owned,
  hops,
  self,
  worldOf,
  exists,
  timers,
  report,
}: FrontParts): RequestListener {
  const pause = () => new Promise<void>((resolve) => void timers.after(pauseMs, resolve));

  /** Processes that could not be reached, and of which that was said. */
  const unreached = new Set<string>();

  function complain(url: string): void {
    if (unreached.has(url)) return;
    unreached.add(url);
    report(
      new SaidError(
        said(
          `the process at ${url} serves a state and cannot be reached: requests for it are refused. Start that process with the --peer-url at which the others reach it`,
          `процес за адресою ${url} обслуговує стан, але недосяжний: запити до цього стану відхиляються. Запустіть той процес із --peer-url, за яким його досягають інші`,
        ),
      ),
    );
  }

  /** Serves a request of another process, or says that it came to the wrong one. */
  function serveHop(place: Place, request: IncomingMessage, response: ServerResponse): void {
    if (place && 'here' in place) place.here.serve(request, response);
    else hops.refuse(response);
  }

  /** Where a request is served: that of a world that does not exist is for the root, which says so. */
  async function placeFor(name: string): Promise<Place> {
    const place = await owned.placeOf(name);
    return place !== undefined || name === rootWorld || (await exists(name))
      ? place
      : owned.placeOf(rootWorld);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = worldOf(request);
    if (hops.accept(request)) return serveHop(await placeFor(name), request, response);
    let body: Body | undefined;
    for (let left = tries; left > 0; left--) {
      const place = await placeFor(name);
      if (place === undefined) {
        await pause();
        continue;
      }
      if ('here' in place && body === undefined) return place.here.serve(request, response);
      body ??= await bodyOf(request).catch(() => undefined);
      // The client has given up.
      if (body === undefined) return void response.destroy();
      // What has been read cannot be read once more: it comes in again.
      const to = 'here' in place ? self() : place.there;
      const passed = await hops.pass(to, request, body, response);
      if (passed === 'answered') return void unreached.delete(to);
      if (passed === 'unreached' && left === 1) complain(to);
      owned.forget(name);
      owned.forget(rootWorld);
      if (passed === 'unknown' && !isSafe(request)) throw new Refusal('process-ended');
      // It may be giving the world to another one.
      await pause();
    }
    throw new Refusal('world-elsewhere');
  }

  return (request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (error instanceof Refusal) return refusePlainly(response, error);
      report(error);
      refusePlainly(response, new Refusal('world-elsewhere'));
    });
  };
}

/** Whether it changes nothing, so that it can be sent again. */
const isSafe = ({ method = '' }: IncomingMessage): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);
