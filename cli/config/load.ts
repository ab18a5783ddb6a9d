import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { type BankConfig, bankConfig } from '../../contract/bank-config/index.js';
import { inOurWords } from '../../contract/in-our-words.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { type MemberPath, setMember, substitute } from './environment.js';
import { howToComplete, lacksMembers, problemsOf } from './issues.js';
import { configProblem } from './problems.js';

/** The configuration cannot be used; each line names a member and what is allowed. Exit code 2. */
export class ConfigError extends UsageError {
  override name = 'ConfigError';
  constructor(file: string, problems: readonly string[]) {
    const message = (lines: readonly string[]) => `${file}:\n${lines.map((line) => `  ${line}`).join('\n')}`;
    super(said(message(problems), message(problems.map(configProblem))));
  }
}

export interface LoadedConfig {
  readonly file: string;
  readonly config: BankConfig;
  /** Makes a path of the configuration absolute. */
  path(relative: string): string;
}

/** Reads bank.yaml. @throws {ConfigError} */
export async function loadConfig(
  file: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<LoadedConfig> {
  return loadedFrom(await readYaml(file), { file, folder: dirname(resolve(file)), env });
}

/** A configuration that was read already, or made by a program; `file` is its name in errors. @throws {ConfigError} */
export function loadedFrom(
  given: unknown,
  {
    file,
    folder,
    env,
  }: {
    readonly file: string;
    /** The paths in it are relative to this folder. */
    readonly folder: string;
    readonly env: Readonly<Record<string, string | undefined>>;
  },
): LoadedConfig {
  const { content, paths, missing } = substitute(given, env);
  if (missing.length > 0) {
    throw new ConfigError(file, [
      ...missing.map((name) => `\${${name}}: not set in the environment`),
      howToSet,
    ]);
  }
  return { file, config: check(file, content, paths), path: (relative) => resolve(folder, relative) };
}

/** What to do if a variable is not set. */
const howToSet =
  'set it in the shell that starts dcm, for example from a file .env beside bank.yaml: set -a; . ./.env; set +a';

/** What to do if there is no configuration yet. */
const howToBegin =
  'write one with dcm init, or start from the example in docs/verify-your-bank.md: copy it next to your keys and fill in your addresses; that page explains each member. Without a bank of your own: dcm verify --reference';

async function readYaml(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new ConfigError(file, [`cannot be read: ${(error as Error).message}`, howToBegin]);
  }
  try {
    const content = parse(text);
    if (content === null || content === undefined)
      throw new ConfigError(file, ['the file is empty', howToBegin]);
    return content;
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(file, [`not YAML: ${(error as Error).message.split('\n')[0]?.replace(/:$/, '')}`]);
  }
}

function check(file: string, content: unknown, fromEnvironment: readonly MemberPath[]): BankConfig {
  const first = bankConfig.safeParse(content, inOurWords);
  if (first.success) return first.data;
  const typed = bankConfig.safeParse(retype(content, first.error.issues, fromEnvironment), inOurWords);
  if (typed.success) return typed.data;
  const problems = typed.error.issues.flatMap((issue) => problemsOf(bankConfig, issue));
  throw new ConfigError(file, [...problems, ...(lacksMembers(problems) ? [howToComplete] : [])]);
}

/** Converts strings from the environment to numbers or booleans where the member requires it. */
function retype(
  content: unknown,
  issues: readonly z.core.$ZodIssue[],
  paths: readonly MemberPath[],
): unknown {
  let result = content;
  for (const issue of issues) {
    const path = paths.find((memberPath) => memberPath.join('.') === issue.path.join('.'));
    if (!path || issue.code !== 'invalid_type') continue;
    const text = String(memberAt(content, path));
    if (issue.expected === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) {
      result = setMember(result, path, Number(text));
    }
    if (issue.expected === 'boolean' && (text === 'true' || text === 'false')) {
      result = setMember(result, path, text === 'true');
    }
  }
  return result;
}

const memberAt = (content: unknown, path: MemberPath): unknown =>
  path.reduce<unknown>((value, name) => (value as Record<string | number, unknown>)?.[name], content);
