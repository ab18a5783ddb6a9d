import type { SandboxView, sandboxOperations } from '../../contract/control/sandboxes.js';
import type { Handlers } from '../api/handler.js';
import { Refusal } from '../domain/refusal.js';
import type { OpenSandbox, Sandboxes } from '../sandboxes/sandboxes.js';

async function view({ sandbox, world, requests }: OpenSandbox, origin: string): Promise<SandboxView> {
  const url = `${origin}/s/${sandbox.name}`;
  const { name, created_at, expires_at, forked_from, seed } = sandbox;
  return {
    name,
    url,
    control: `${url}/control/v1`,
    console: `${url}/console`,
    jwks: `${url}/api/v1/.well-known/jwks.json`,
    created_at,
    expires_at,
    forked_from,
    seed,
    ...(await world.facts()),
    requests,
    entries: world.entries(),
  };
}

/** Worlds of their own below `/s/{name}`. */
export function sandboxHandlers(sandboxes: Sandboxes | undefined): Handlers<typeof sandboxOperations> {
  function all(): Sandboxes {
    if (sandboxes) return sandboxes;
    throw new Refusal('control-conflict', {
      problem: 'this mock has no sandboxes of its own; a sandbox is made by the mock that serves it',
    });
  }
  const answered = async ({ made, token }: Awaited<ReturnType<Sandboxes['create']>>, origin: string) => ({
    ...(await view(made, origin)),
    control_token: token,
  });
  return {
    createSandbox: async ({ body }, { origin }) => answered(await all().create(body), origin),
    listSandboxes: async (_input, { origin }) => ({
      sandboxes: await Promise.all((sandboxes?.list() ?? []).map((one) => view(one, origin))),
      most: sandboxes?.most ?? 0,
    }),
    getSandbox: ({ params }, { origin }) => view(all().find(params.name), origin),
    forkSandbox: async ({ params, body }, { origin }) =>
      answered(await all().fork(params.name, body), origin),
    async deleteSandbox({ params }) {
      await all().remove(params.name);
      return {};
    },
  };
}
