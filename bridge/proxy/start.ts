import type { BankUrls } from '../../contract/bank-service.js';
import type { WallClock } from '../../mock-server/domain/ports.js';
import { createDirection, createNumbers, type RecordRequest, type Seen } from './direction.js';
import { type Places, placesOfBank, placesOfStage } from './place.js';
import { listen, type RunningServer } from './server.js';
import { createWays, type Trust } from './ways.js';

/** Where a proxy listens. */
export interface Listening {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface ProxyOptions {
  /** The bank's requests, and the stage to which they go. */
  readonly forward?: Listening & { readonly upstream: string; readonly trust: Trust };
  /** DCM's requests, and the bank to which they go. */
  readonly reverse?: Listening & { readonly urls: BankUrls; readonly trust: Trust };
  readonly wallClock: WallClock;
  /** Milliseconds of a clock that is never set back. */
  readonly now: () => number;
  /** Called once for each exchange. */
  readonly record: RecordRequest;
  /** Told of an error of `record`; the exchange goes on. */
  readonly report: (error: unknown) => void;
}

export interface RunningProxy {
  /** Where the bank reaches DCM; undefined if its requests are not passed on. */
  readonly forwardUrl: string | undefined;
  /** Where DCM reaches the bank; undefined if its requests are not passed on. */
  readonly reverseUrl: string | undefined;
  close(): Promise<void>;
}

/** Stands between a bank and a stage of DCM. It passes on what it is sent, and sends nothing of its own. */
export async function startProxy({ forward, reverse, ...shared }: ProxyOptions): Promise<RunningProxy> {
  const numbers = createNumbers();
  const closers: (() => unknown)[] = [];

  async function open(
    { host, port, trust }: Listening & { readonly trust: Trust },
    direction: Seen['direction'],
    places: Places,
  ): Promise<RunningServer> {
    const { ways, close } = createWays(trust);
    const server = await listen(createDirection({ ...shared, direction, places, ways, numbers }), host, port);
    closers.push(server.close, close);
    return server;
  }

  const close = async () => void (await Promise.all(closers.map((one) => one())));
  try {
    const to = forward && (await open(forward, 'in', placesOfStage(forward.upstream)));
    const back = reverse && (await open(reverse, 'out', placesOfBank(reverse.urls)));
    return { forwardUrl: to?.url, reverseUrl: back?.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
