import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { driverKinds } from './contract/bank-config/driver.js';
import { sourceFolders } from './source-folders.testing.js';

/** The habits of docs/architecture.md that a compiler does not see. Each rule is shown a source that breaks it, too. */

interface Source {
  readonly path: string;
  readonly text: string;
}

const root = fileURLToPath(new URL('.', import.meta.url));
const isTest = ({ path }: Source) => /\.(test|testing|cases)\.ts$/.test(path);

const all: Source[] = sourceFolders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(root, folder, name), 'utf8') })),
);
const sources = all.filter((source) => !isTest(source));

/** What a source imports: our files by their path from the root, packages by name. */
function importsOf({ path, text }: Source): string[] {
  const named = text.matchAll(
    /(?:^(?:import|export)\b[^'";]*?\bfrom\s*|^import\s*|\bimport\(\s*)['"]([^'"]+)['"]/gm,
  );
  return [...named].map(([, from = '']) =>
    from.startsWith('.') ? normalize(join(dirname(path), from)).replace(/\.js$/, '.ts') : from,
  );
}

const within = (path: string, ...places: readonly string[]) =>
  places.some((place) => path === place || path.startsWith(`${place}/`));

/** A direction: files of `from` import none of ours but `to`, and never `not`. */
interface Direction {
  readonly from: readonly string[];
  readonly to?: readonly string[];
  readonly not?: readonly string[];
}

function forbiddenImports(files: readonly Source[], { from, to, not = [] }: Direction): string[] {
  return files
    .filter(({ path }) => within(path, ...from))
    .flatMap((source) =>
      importsOf(source)
        .filter(
          (path) => within(path, ...not) || (to && within(path, ...sourceFolders) && !within(path, ...to)),
        )
        .map((path) => `${source.path} -> ${path}`),
    );
}

const inside = (name: string) => `mock-server/${name}`;
const adapters = ['store', 'stellar', 'bank', 'journal'].map(inside);
const frontends = ['api', 'control'].map(inside);

describe('imports point one way', () => {
  it('reads them all', () => {
    const example = `import a, { type B } from './b.js';\nimport '../c.js';\nexport * from 'zod';
export type { D } from '../d/e.js';\nimport {\n  f,\n} from 'node:fs';\nconst g = await import('./g.js');\n// from 'h'`;
    expect(importsOf({ path: 'steps/run/a.ts', text: example })).toEqual([
      'steps/run/b.ts',
      'steps/c.ts',
      'zod',
      'steps/d/e.ts',
      'node:fs',
      'steps/run/g.ts',
    ]);
    const known = new Set(all.map(({ path }) => path.replace(/\.tsx$/, '.ts')));
    const ours = sources.flatMap(importsOf).filter((path) => within(path, ...sourceFolders));
    expect(ours.length).toBeGreaterThan(400);
    expect(ours.filter((imported) => !known.has(imported))).toEqual([]);
  });

  it.each<[string, Direction, string, string]>([
    [
      'contract imports nothing of ours',
      { from: ['contract'], to: ['contract'] },
      'contract/a.ts',
      '../steps/a.js',
    ],
    [
      'mock-server imports contract only',
      { from: ['mock-server'], to: ['mock-server', 'contract'] },
      'mock-server/a.ts',
      '../fixtures/a.js',
    ],
    [
      'the domain knows no HTTP, no engine and no ledger library',
      {
        from: [inside('domain')],
        to: [inside('domain'), 'contract'],
        not: ['express', 'node:http', 'http', 'node:https', 'lowdb', '@stellar'],
      },
      'mock-server/domain/a.ts',
      'node:http',
    ],
    [
      'the domain reaches no adapter',
      { from: [inside('domain')], not: [...adapters, ...frontends] },
      'mock-server/domain/a.ts',
      '../stellar/index.js',
    ],
    [
      'adapters know no front end',
      { from: adapters, not: frontends },
      'mock-server/store/a.ts',
      '../api/page.js',
    ],
    [
      'the reference bank can be replaced by one in another language',
      { from: ['fixtures/reference-bank'], to: ['fixtures/reference-bank', 'contract'] },
      'fixtures/reference-bank/a.ts',
      '../people.js',
    ],
    [
      'fixtures import contract only',
      { from: ['fixtures'], to: ['fixtures', 'contract'] },
      'fixtures/a.ts',
      '../mock-server/app.js',
    ],
    [
      'reports import contract only',
      { from: ['reports'], to: ['reports', 'contract'] },
      'reports/a.ts',
      '../steps/world.js',
    ],
    [
      'steps import contract only',
      { from: ['steps'], to: ['steps', 'contract'] },
      'steps/a.ts',
      '../reports/write.js',
    ],
    [
      'the pages see contract only, and the server as anybody sees it',
      { from: ['console'], to: ['console', 'contract'] },
      'console/a.ts',
      '../mock-server/app.js',
    ],
    [
      'the bridge sees the contract, and the mock, whose parsing and findings it uses',
      { from: ['bridge'], to: ['bridge', 'contract', 'mock-server'] },
      'bridge/a.ts',
      '../steps/world.js',
    ],
    [
      'nobody imports the pages',
      { from: sourceFolders.filter((folder) => folder !== 'console'), not: ['console'] },
      'mock-server/a.ts',
      '../console/app.js',
    ],
    [
      'only the library imports cli',
      { from: sourceFolders.filter((folder) => !['cli', 'library'].includes(folder)), not: ['cli'] },
      'reports/a.ts',
      '../cli/exit.js',
    ],
    [
      'nobody imports the library',
      { from: sourceFolders.filter((folder) => folder !== 'library'), not: ['library'] },
      'cli/a.ts',
      '../library/index.js',
    ],
  ])('%s', (_rule, direction, path, from) => {
    expect(forbiddenImports(sources, direction)).toEqual([]);
    expect(forbiddenImports([{ path, text: `import { a } from '${from}';` }], direction)).toHaveLength(1);
  });
});

/** Files that import each other, types included: each group in which every one leads to every other. */
function circles(files: readonly Source[]): string[][] {
  const ours = new Set(files.map(({ path }) => path));
  const imported = new Map(
    files.map((source) => [
      source.path,
      importsOf(source)
        .map((path) => (ours.has(path) ? path : `${path}x`))
        .filter((path) => ours.has(path)),
    ]),
  );
  const reachable = (from: string): Set<string> => {
    const seen = new Set<string>();
    const next = [...(imported.get(from) ?? [])];
    for (let path = next.pop(); path !== undefined; path = next.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      next.push(...(imported.get(path) ?? []));
    }
    return seen;
  };
  const reach = new Map([...ours].map((path) => [path, reachable(path)]));
  const groups = [...ours]
    .filter((path) => reach.get(path)?.has(path))
    .map((path) => [...ours].filter((other) => reach.get(path)?.has(other) && reach.get(other)?.has(path)));
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}

it('imports do not go in circles', () => {
  expect(circles(sources)).toEqual([]);
  const one = { path: 'cli/a.ts', text: "import { b } from './b.js';" };
  const other = { path: 'cli/b.ts', text: "import type { A } from './c.js';" };
  const third = { path: 'cli/c.tsx', text: "export { a } from './a.js';" };
  const apart = { path: 'cli/d.ts', text: "import { a } from './a.js';" };
  expect(circles([one, other, third, apart])).toEqual([['cli/a.ts', 'cli/b.ts', 'cli/c.tsx']]);
  expect(circles([one, other, apart])).toEqual([]);
});

/** The code of a source, without comments. */
const codeOf = ({ text }: Source) => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

/** A habit: no source but those of `except` has it. */
interface Habit {
  readonly has: (source: Source) => boolean;
  readonly except?: readonly string[];
}

const offenders = (files: readonly Source[], { has, except = [] }: Habit) =>
  files.filter((source) => !within(source.path, ...except) && has(source)).map(({ path }) => path);

const matches = (pattern: RegExp) => (source: Source) => pattern.test(codeOf(source));
const chance = /\b(?:randomUUID|randomBytes|getRandomValues|randomInt)\b|\bMath\.random\b/;
const time = /\b(?:Date\.now|performance\.now|setTimeout|setInterval)\b|\bnew Date\(\s*\)|node:timers/;

const kindAsked = new RegExp(
  String.raw`\bdriver\.kind\b\s*[!=]=|\bkind [!=]== '(?:${driverKinds.join('|')})'`,
);

/** Bytes of a file that a reader takes in at once. */
const longest = 9 * 1024;
const longestTest = 12 * 1024;
/** Test files larger than that and known; take them out as they are split. */
const largeTests = [
  'fixtures/independent-bank/independent-bank.test.ts',
  'mock-server/api/own-tokens.test.ts',
  'mock-server/bank/multisignature.test.ts',
];

/** Where state needs a class. */
const stateful = [
  'mock-server/store/bucket.ts',
  'mock-server/store/overlay.ts',
  'mock-server/store/postgres/reader.ts',
  'mock-server/store/postgres/writer.ts',
  'mock-server/store/table.ts',
  'mock-server/store/transaction.ts',
  'steps/world.ts',
];

describe('habits', () => {
  const file = (text: string, path = 'steps/a.ts'): Source => ({ path, text });

  it.each<[string, Habit, Source]>([
    [
      'chance comes from one place',
      { has: matches(chance), except: ['mock-server/system.ts'] },
      file('randomUUID()'),
    ],
    [
      'time comes from one place',
      { has: matches(time), except: ['mock-server/system.ts', 'console/browser.ts'] },
      file('const a = new Date( )'),
    ],
    [
      'deadlines are set where requests are sent',
      { has: matches(/\bAbortSignal\.timeout\b/), except: ['steps', 'fixtures/reference-bank/start.ts'] },
      file('AbortSignal.timeout(5)', 'mock-server/a.ts'),
    ],
    [
      'where a request came from is known in one place, also if another process has passed it on',
      {
        has: matches(/\bremoteAddress\b/),
        except: ['mock-server/client-address.ts', 'cli/prove/network.ts'],
      },
      file('request.socket.remoteAddress', 'mock-server/a.ts'),
    ],
    [
      'nothing is exported by default',
      { has: matches(/^export default\b|\bas default\b/m) },
      file('export default 1'),
    ],
    [
      'nothing is any',
      { has: matches(/(?::|\bas|<|\|)\s*any\b(?!\s*(?:of|more))|\bany\[\]/) },
      file('let a: any'),
    ],
    [
      'classes are errors',
      {
        has: matches(/^(?:export )?(?:abstract )?class \w+(?:<.*>)?(?! extends \w*Error\b)(?=[^\w<])/m),
        except: stateful,
      },
      file('export class Manager {}'),
    ],
    [
      'files are short',
      { has: ({ text }) => Buffer.byteLength(text) > longest },
      file('x'.repeat(longest + 1)),
    ],
    [
      'a driver is asked for what it can do, not for its kind',
      { has: matches(kindAsked) },
      file("if (config.driver.kind === 'builtin') return"),
    ],
    [
      'the asset code is an option',
      {
        has: matches(/\b(?:e?UAH)\b/),
        // The option itself, the title of a step as published, and the currency of the reserve.
        except: ['contract/profile/network.ts', 'contract/plan.ts', 'mock-server/api/recons.ts'],
      },
      file("const code = profile.asset_code ?? 'UAH'"),
    ],
    [
      'an error of its own with words for the user is a usage error, so that it ends with exit code 2',
      { has: matches(/\bextends SaidError\b/), except: ['contract/texts/said.ts'] },
      file('export class LostError extends SaidError {'),
    ],
    [
      'paths are the reader’s own',
      { has: matches(/['"`](?:\/home\/|\/Users\/|\/root\/|\/work\/|[A-Z]:\\\\)/) },
      file("const a = '/home/me/dcm'"),
    ],
  ])('%s', (_rule, habit, example) => {
    expect(offenders(sources, habit)).toEqual([]);
    expect(offenders([example], habit)).toEqual([example.path]);
    const needed = (place: string) =>
      sources.some((source) => within(source.path, place) && habit.has(source));
    expect(habit.except?.filter((place) => !needed(place)) ?? []).toEqual([]);
  });

  it('hooks of shared modules hold for every test', () => {
    // Under `isolate: false` a hook at the top of a shared module belongs to the first file of a worker alone.
    const hooks = { has: matches(/^(?:before|after)(?:Each|All)\(/m) };
    const sharedModules = all.filter(({ path }) => /\.(testing|cases)\.tsx?$/.test(path));
    expect(sharedModules.length).toBeGreaterThan(20);
    expect(offenders(sharedModules, hooks)).toEqual([]);
    const example = file('afterEach(() => reset())', 'mock-server/a.testing.ts');
    expect(offenders([example], hooks)).toEqual([example.path]);
  });

  it('test files stay readable, too', () => {
    const tests = all.filter(isTest);
    expect(tests.length).toBeGreaterThan(50);
    const tooLong = tests.filter(({ text }) => Buffer.byteLength(text) > longestTest).map(({ path }) => path);
    expect(tooLong.sort()).toEqual(largeTests);
  });
});
