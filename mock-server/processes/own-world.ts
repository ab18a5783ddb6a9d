import type { RequestListener } from 'node:http';

/** A world that this process serves. */
export interface OwnWorld {
  readonly serve: RequestListener;
  /** Whether nothing in it has to be done of itself, so that it can be closed while nobody uses it; never without it. */
  readonly canRest?: () => Promise<boolean>;
  /**
   * Begins to close it: what would wait for ever ends, streams and waits for the journal.
   *
   * @param lost whether it belongs to another process already: nothing more is written
   */
  readonly end: (lost: boolean) => void;
  /** Closes it. */
  close(lost: boolean): Promise<void>;
}
