import { readFile } from 'node:fs/promises';
import { allowedValues, type Profile, profile, profileOptions } from '../../contract/profile/index.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { problemsOf } from './issues.js';
import { configProblem } from './problems.js';

/** Reads the options in a file of `--profile`. @throws {UsageError} */
export async function readProfile(file: string): Promise<Partial<Profile>> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError(
      said(
        `--profile ${file}: cannot be read as JSON: ${message}`,
        `--profile ${file}: не читається як JSON: ${message}`,
      ),
    );
  }
  const parsed = profile.strict().safeParse(content);
  if (parsed.success) {
    const given = Object.entries(parsed.data).filter(([name]) => Object.hasOwn(content as object, name));
    return Object.fromEntries(given);
  }
  const [issue] = parsed.error.issues;
  const [problem = ''] = issue ? problemsOf(profile, issue) : [];
  const name = issue?.path.join('.') ?? '';
  const values = name in profileOptions ? allowedValues(name as keyof Profile) : '';
  const sentence = (problem: string, allowed: string) =>
    `--profile ${file}: ${problem}${values === '' ? '' : `; ${allowed}`}`;
  throw new UsageError(
    said(
      sentence(problem, `allowed: ${values}`),
      sentence(configProblem(problem), `дозволено: ${configProblem(values)}`),
    ),
  );
}
