import { type Operations, operations } from '../contract/operations/index.js';
import type { Profile } from '../contract/profile/index.js';
import { plainClient, unjudged } from './client.testing.js';
import { createWorld, type World } from './world.testing.js';

/** A bank whose client takes whatever an option of the answers makes of a response. */
export async function answeringWorld(profile: Partial<Profile>): Promise<World> {
  const world = await createWorld({ profile });
  const headers = { authorization: `bearer ${world.session}` };
  return { ...world, api: plainClient(world.app, operations, headers) };
}

export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The response to an operation of the first employee, as it is on the wire. */
export async function ask(
  world: World,
  id: keyof Operations,
  path: string,
  body?: object,
  headers: Readonly<Record<string, string>> = { authorization: `bearer ${world.session}` },
): Promise<Seen> {
  const { method } = operations[id];
  const sent = unjudged(world.app, method, path, { ...headers });
  const { status, headers: given, text } = await (body === undefined ? sent : sent.send(body));
  return { status, headers: given, text };
}

/** A path below the counterparty. */
export const below = ({ guid }: World, path: string): string => `/api/v1/counterparty/${guid}${path}`;
