import type { DcmKeys } from './keys.js';

/** A mock that listens, alone or with the other processes of a database. */
export interface Running {
  readonly keys: DcmKeys;
  readonly seed: string;
  readonly host: string;
  readonly port: number;
  /** Scheme, host and port on which it listens. */
  readonly url: string;
  /** Says from now on that it is being stopped (`/health/ready`), so that a balancer sends nothing more; serves as before. */
  drain(): void;
  /**
   * Finishes requests in progress, flushes the state or gives its worlds to the other processes, stops listening: within
   * 10 seconds, whatever banks do.
   */
  close(): Promise<void>;
}
