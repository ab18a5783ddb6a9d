import type { AuthorizationMethod } from '../bank-service.js';
import type { ErrorCode } from '../errors.js';
import type { Source } from '../provenance.js';
import type { Said } from '../texts/said.js';

/**
 * Where in a request something is: a kind of place, and a name. `given` is a guid or member that some operations have
 * in the path and others in the body; `bank` is the response of the bank; `state` is nothing in the request at all.
 */
export const placeKinds = [
  'header',
  'claim',
  'method',
  'path',
  'query',
  'body',
  'given',
  'bank',
  'state',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** `header Authorization`, `body {member}`, `state`. */
type Place = PlaceKind | '{part}' | `${PlaceKind | '{part}'} ${string}`;

/** One cause of refusals. `{name}` in a text is a fact of the request that is refused. */
export interface Explanation {
  /** The entry of the catalog of refusals; without it the refusal has a form of its own: Kratos, faults, the guard. */
  readonly code?: ErrorCode;
  /** What exactly was wrong. */
  readonly says: Said;
  readonly where: Place;
  /** What would be right, or who can help. */
  readonly right: Said;
  /** What the mock goes by. */
  readonly source: Source;
  /** The reverse call that decided: the newest one of this method, or of any. */
  readonly decides?: AuthorizationMethod | 'sign' | 'any';
}

export type Explanations = Readonly<Record<string, Explanation>>;
