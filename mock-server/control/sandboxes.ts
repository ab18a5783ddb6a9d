import { megabyte, type SandboxView, type sandboxOperations } from '../../contract/control/sandboxes.js';
import type { Admission } from '../api/admission.js';
import type { Handlers } from '../api/handler.js';
import { Refusal } from '../domain/refusal.js';
import type { OpenSandbox } from '../sandboxes/open-sandbox.js';
import type { Sandboxes } from '../sandboxes/sandboxes.js';

/** Megabytes, to a hundredth. */
const megabytes = (bytes: number): number => Math.round((bytes / megabyte) * 100) / 100;

async function view(opened: OpenSandbox, origin: string): Promise<SandboxView> {
  const { sandbox, world, limits } = opened;
  const { requests, refused } = (await world.served?.()) ?? opened;
  const url = `${origin}/s/${sandbox.name}`;
  const { name, created_at, expires_at, forked_from, seed } = sandbox;
  const { rows, journalBytes } = await world.used();
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
    entries: await world.entries(),
    limits: {
      rows: limits.rows,
      requests_per_s: limits.requestsPerS,
      journal_mb: megabytes(limits.journalBytes),
    },
    used: { rows, journal_mb: megabytes(journalBytes), refused },
  };
}

/** Sessions and codes follow from the seed: a viewer does not see it. */
async function seen(one: OpenSandbox, origin: string, { who }: Admission): Promise<SandboxView> {
  const shown = await view(one, origin);
  return who === 'viewer' ? { ...shown, seed: '' } : shown;
}

/** Worlds of their own below `/s/{name}`. */
export function sandboxHandlers(sandboxes: Sandboxes | undefined): Handlers<typeof sandboxOperations> {
  function all(origin: string): Sandboxes {
    if (sandboxes) return sandboxes;
    const [, whole] = /^(.*)\/s\/[^/]+$/.exec(origin) ?? [];
    const problem =
      whole === undefined
        ? 'this mock has no sandboxes: dcm mock has them'
        : `a sandbox has none of its own: they are made and deleted at ${whole}/control/v1/sandboxes`;
    throw new Refusal('control-conflict', { problem });
  }
  const answered = async (
    { made, token, viewerToken }: Awaited<ReturnType<Sandboxes['create']>>,
    origin: string,
  ) => ({
    ...(await view(made, origin)),
    control_token: token,
    viewer_token: viewerToken,
  });
  return {
    createSandbox: async ({ body }, { origin }) => answered(await all(origin).create(body), origin),
    listSandboxes: async (_input, { origin, admission }) => ({
      sandboxes: await Promise.all((sandboxes?.list() ?? []).map((one) => seen(one, origin, admission))),
      damaged: sandboxes?.damaged() ?? [],
      most: sandboxes?.most ?? 0,
    }),
    getSandbox: ({ params }, { origin, admission }) => seen(all(origin).find(params.name), origin, admission),
    forkSandbox: async ({ params, body }, { origin }) =>
      answered(await all(origin).fork(params.name, body), origin),
    async deleteSandbox({ params }, { origin }) {
      await all(origin).remove(params.name);
      return {};
    },
  };
}
