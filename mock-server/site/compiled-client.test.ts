import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generateSource } from 'oazapfts';
import { expect, onTestFinished, test } from 'vitest';
import { listening } from '../listening.testing.js';
import { createWorld, employeeEmail } from '../world.testing.js';

/** A typed client, generated from the document as it is served and compiled strictly, is enough to handle a failed login. */

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const password = 'Correct-Horse-7';

type Responses = Record<string, unknown>;
interface Document {
  readonly paths: Record<string, Record<string, { responses: Responses }>>;
}

/** Statuses that are written out for a range: the generator takes a status for a number, and OpenAPI has ranges as well. */
const classes = { '4XX': [400, 403, 404, 405, 409, 413, 415, 429], '5XX': [500, 503] } as const;

function withoutRanges(document: Document): Document {
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    const responses: Responses = { ...operation.responses };
    for (const [range, statuses] of Object.entries(classes)) {
      for (const status of statuses) responses[status] ??= responses[range];
      delete responses[range];
    }
    operation.responses = responses;
  }
  return document;
}

/** The program of a bank beside the client that the document of a mock gives, compiled by the rules of this project. */
async function compiled(base: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'client-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  const served = (await (await fetch(`${base}/openapi.json`)).json()) as Document;
  await write('document.json', JSON.stringify(withoutRanges(served)));
  await write('client.ts', await generateSource(join(folder, 'document.json')));
  await write('program.ts', await readFile(new URL('./bank-program.ts.txt', import.meta.url), 'utf8'));
  await write('package.json', '{ "type": "module" }');
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await write(
    'tsconfig.json',
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: {
        ...{ noEmit: false, rootDir: '.', outDir: 'out', lib: ['ES2023', 'DOM'], types: ['node'] },
        // Goes beyond `strict`, for which the generator writes.
        exactOptionalPropertyTypes: false,
      },
      include: ['*.ts'],
    }),
  );
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const outcome = await run(process.execPath, [compiler, '-p', folder]).catch(
    (error: { stdout: string }) => error,
  );
  expect(outcome.stdout).toBe('');
  return join(folder, 'out', 'program.js');
}

test('a wrong password, a flow that is over, a login, and a customer without a required member', async () => {
  const world = await createWorld();
  const base = await listening(world.app);
  const employee = await world.domain.employees.byEmail(employeeEmail);
  await world.domain.employees.setPassword(employee?.guid ?? '', password);
  const expired = await world.anybody.createLoginFlow({});
  world.time.pass(3_600_000);

  const program = await compiled(base);
  const given = [base, expired.id, employeeEmail, password, world.guid, world.issuer];
  const { stdout } = await run(process.execPath, [program, ...given]);
  const said = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  expect(said).toEqual({
    wrong: { problem: expect.stringMatching(/^4000006 error: .*credentials are invalid/) },
    late: { problem: 'self_service_flow_expired: go on with another flow' },
    session: true,
    refused: ['400', expect.stringContaining('asset_code')],
    made: expect.stringMatching(/^[\da-f-]{36}$/),
    found: [said.made],
  });
  const requests = world.journal
    .search({ direction: 'in' }, 1000)
    .filter(({ url, status }) => status === 200 && !url.startsWith('/control'));
  expect(requests.flatMap(({ findings }) => findings)).toEqual([]);
}, 60_000);
