import type { LoadFault, LoadKind } from '../../contract/load.js';

/** What became of a request. */
export interface Hit {
  /** Undefined if it was answered as expected. */
  readonly fault?: { readonly fault: LoadFault; readonly example: string } | undefined;
  /** Milliseconds that the peer took, without those in which this program was too busy to notice; if they are known. */
  readonly peerMs?: number | undefined;
}

/** A request that is ready to be sent. */
export interface Shot {
  readonly kind: LoadKind;
  /** Never rejects. */
  readonly send: () => Promise<Hit>;
}

/** Prepares the request with this number; tokens are signed before they are due. */
export type Source = (index: number) => Promise<Shot>;

/** The kinds in turn; each source is asked for its own numbers 0, 1, 2 and so on. */
export const inTurn =
  (sources: readonly Source[]): Source =>
  (index) => {
    const source = sources[index % sources.length];
    if (source === undefined) throw new Error('there is nothing to ask for');
    return source(Math.floor(index / sources.length));
  };
