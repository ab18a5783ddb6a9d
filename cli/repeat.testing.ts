import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { DefectName } from '../fixtures/broken-banks/index.js';
import type { CheckRecord } from '../steps/checks/record.js';
import { judgeStage } from './judge-stage.js';
import { createProgram } from './program.js';
import { openReferenceStage } from './reference-stage.js';

/**
 * Walks a part of the plan, then runs every printed command in a shell, as long as the bank is there:
 * `repeat.testing.ts <order as JSON> <file for what came out>`.
 */
export interface RepeatOrder {
  readonly tags: string;
  /** File with DCM's keys. */
  readonly keys: string;
  readonly defect?: DefectName;
  /** Repeats only one of the commands of a scenario that the report tells the same of. */
  readonly sample?: boolean;
}

/** A printed command and what became of it. */
export interface Repeated {
  readonly scenario: string;
  readonly curl: string;
  /** Status that the report tells. */
  readonly told: number;
  /** Status of the response to the command. */
  readonly status: number;
}

/** What `dcm` prints. */
async function printedBy(args: readonly string[]): Promise<string> {
  const { log } = console;
  const lines: unknown[] = [];
  console.log = (line: unknown) => void lines.push(line);
  try {
    const finish = async (run: () => Promise<number>) => {
      if ((await run()) !== 0) throw new Error(`dcm ${args.join(' ')} did not succeed`);
    };
    await createProgram({ language: 'en', finish }).parseAsync(args, { from: 'user' });
  } finally {
    console.log = log;
  }
  return `${lines.join('\n')}\n`;
}

/** `dcm` as a function of the shell: as a process of its own for each call it would take a minute. */
async function dcmOfShell() {
  let turn: Promise<unknown> = Promise.resolve();
  const server = createServer((request, response) => {
    const args = new URL(request.url ?? '', 'http://here').searchParams.getAll('a');
    turn = turn
      .then(() => printedBy(args))
      .then(
        (text) => response.end(text),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const pass = 'local q=() a; for a in "$@"; do q+=(--data-urlencode "a=$a"); done';
  return {
    definition: `dcm() { ${pass}; command curl -sG http://127.0.0.1:${port} "\${q[@]}"; }`,
    close: () => server.close(),
  };
}

/** Stands before the output of each command. */
const mark = '=> next';

/** The status of the response to each command, 0 if there is none. */
async function statusesOf(commands: readonly string[]): Promise<number[]> {
  const dcm = await dcmOfShell();
  const lines = commands.map((command) => `echo; echo "${mark}"; ${command} 2>/dev/null`);
  const script = [dcm.definition, ...lines].join('\n');
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { maxBuffer: 2 ** 24 });
  dcm.close();
  return stdout
    .split(mark)
    .slice(1)
    .map((output) => Number(/(?<=^HTTP\/\S+ )\d+/m.exec(output)?.[0] ?? 0));
}

/** The status that a check has seen; undefined for a check that looks at something else. */
function toldBy({ check, ok, exchange }: CheckRecord): number | undefined {
  if (!/^(?:answers (?:200|401)|accepts a valid token)/.test(check)) return undefined;
  const [, seen] = /\n-> (\d+) /.exec(exchange) ?? [];
  if (!ok) return Number(seen);
  return check.startsWith('answers 401') ? 401 : 200;
}

const [text = '{}', file = ''] = process.argv.slice(2);
const { tags, keys, defect, sample = false } = JSON.parse(text) as RepeatOrder;
const stage = await openReferenceStage({ keys, seed: 'repeat', ...(defect === undefined ? {} : { defect }) });
const scope = { scope: 'full', schemes: ['dcm'], ...stage.plan, hard: true } as const;
const progress = { pass() {}, scenario() {}, end() {} };
const { scenarios } = await judgeStage(stage, { steps: [], tags, mock: false }, scope, { progress });
const all = scenarios.flatMap(({ id: scenario, checks }) =>
  checks.flatMap((record) => {
    const told = record.curl === '' ? undefined : toldBy(record);
    return told === undefined ? [] : [{ scenario, curl: record.curl, told }];
  }),
);
// Not always the first one, so that all three methods have their turn.
const taken = new Map(all.map((one, index) => [`${one.scenario} ${one.told} ${index % 2}`, one]));
const looked = sample ? [...taken.values()] : all;
const commands = [...new Set(looked.map(({ curl }) => curl))];
// Where the printed commands expect the file.
process.chdir(dirname(keys));
const statuses = await statusesOf(commands);
await stage.close();
const repeated: Repeated[] = looked.map((one) => ({
  ...one,
  status: statuses[commands.indexOf(one.curl)] ?? 0,
}));
await writeFile(file, JSON.stringify(repeated));
process.exit(0);
