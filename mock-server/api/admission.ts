import type { Request } from 'express';
import type { Caller } from '../../contract/control/access.js';
import type { Operation } from '../../contract/operation.js';

/** What the guard of the control API says of a request. */
export interface Admission {
  readonly who: Caller;
  /** Why the request is refused; undefined if it is served. */
  readonly problem?: string | undefined;
}

/** As whom a request is served, and whether it may call this operation. */
export type ControlGuard = (request: Request, operation: Pick<Operation, 'method' | 'viewers'>) => Admission;
