import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { WallClock } from '../../mock-server/domain/ports.js';
import { type PassedRequest, type PassedResponse, pass, refuse } from './pass.js';
import type { Place, Places } from './place.js';
import type { Ways } from './ways.js';

/** One request that went by, and when. */
export interface Asked extends PassedRequest {
  readonly seq: number;
  /** ISO timestamp of its beginning. */
  readonly at: string;
  /** `in`: a request of the bank · `out`: one of DCM. */
  readonly direction: 'in' | 'out';
  readonly place: Place;
  /** `seq` of the bank's request that was under way, if there was only one; else 0. */
  readonly cause: number;
}

/** Its response. */
export interface Answered extends PassedResponse {
  /** Milliseconds from the request until the response had come. */
  readonly ms: number;
}

/** One exchange that went by. */
export interface Seen extends Asked, Answered {}

/**
 * Takes a request as soon as it has gone by, so that its part is done while the other end works, and then the response,
 * before the client can have the whole of it.
 */
export type RecordRequest = (asked: Asked) => (answered: Answered) => void;

/** What both directions share. */
export interface Shared {
  readonly wallClock: WallClock;
  /** Milliseconds of a clock that is never set back. */
  readonly now: () => number;
  /** Called once for each exchange. */
  readonly record: RecordRequest;
  /** Told of an error of `record`; the exchange goes on. */
  readonly report: (error: unknown) => void;
}

/** Which requests of the bank are under way, and the next number. */
export function createNumbers() {
  const underWay = new Set<number>();
  let seq = 0;
  return {
    begin(direction: Seen['direction']): { seq: number; cause: number; end(): void } {
      const [only = 0] = underWay;
      const cause = direction === 'out' && underWay.size === 1 ? only : 0;
      seq += 1;
      const own = seq;
      if (direction === 'in') underWay.add(own);
      return { seq: own, cause, end: () => underWay.delete(own) };
    },
  };
}

export interface DirectionParts extends Shared {
  readonly direction: Seen['direction'];
  readonly places: Places;
  readonly ways: Ways;
  readonly numbers: ReturnType<typeof createNumbers>;
}

const clients = { in: 'the bank', out: 'DCM' } as const;

/** What the proxy does not do itself; undefined if it passes the request on. */
function notPassed({ url = '', headers }: IncomingMessage): string | undefined {
  if (!url.startsWith('/'))
    return `expected a path, not ${url.slice(0, 100)}: use the URL of this proxy as the base URL, not as an HTTP proxy`;
  return /\bwebsocket\b/i.test(headers.upgrade ?? '') ? 'WebSocket is not passed on' : undefined;
}

/** Passes the requests of one side on, and records each exchange. */
export function createDirection(parts: DirectionParts): RequestListener {
  const { direction, places, ways, numbers, wallClock, now, record, report } = parts;
  return (incoming: IncomingMessage, response: ServerResponse) => {
    const problem = notPassed(incoming);
    if (problem !== undefined) return refuse(response, 501, problem);
    const begun = now();
    const at = new Date(wallClock.now()).toISOString();
    const { seq, cause, end } = numbers.begin(direction);
    const place = places(incoming.url ?? '');
    const begin = (request: PassedRequest) => record({ ...request, seq, at, direction, place, cause });
    let finish: ReturnType<RecordRequest> | undefined;
    pass({
      incoming,
      response,
      place,
      ways,
      client: clients[direction],
      asked(request) {
        try {
          finish = begin(request);
        } catch {
          // It is tried again with the response, and reported there.
        }
      },
      ended(request, answered) {
        end();
        const ms = Math.round((now() - begun) * 100) / 100;
        try {
          finish ??= begin(request);
          finish({ ...answered, ms });
        } catch (error) {
          report(error);
        }
      },
    });
  };
}
