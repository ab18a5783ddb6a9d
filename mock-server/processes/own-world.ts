import type { RequestListener } from 'node:http';

/** A world that this process serves. */
export interface OwnWorld {
  readonly serve: RequestListener;
  /** Whether nothing in it has to be done of itself, so that it can be closed while nobody uses it; never without it. */
  readonly canRest?: () => Promise<boolean>;
  /**
   * Ends what waits in it, and closes it.
   *
   * @param lost whether it belongs to another process already
   */
  close(lost: boolean): Promise<void>;
}
