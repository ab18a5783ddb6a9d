import { readFile } from 'node:fs/promises';
import { type LearnedProfile, learnedProfile, partsOf } from '../../contract/captured.js';
import { inOurWords } from '../../contract/in-our-words.js';
import { operations } from '../../contract/operations/index.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { problemsOf } from './issues.js';
import { configProblem } from './problems.js';

/** The content of a profile: options, and what was captured of a stage. */
export type ProfileParts = ReturnType<typeof partsOf>;

/**
 * Reads a profile: options, or what `dcm drift --learn` has written.
 *
 * @param where what names the file, for errors
 * @throws {UsageError}
 */
export async function readProfile(file: string, where = '--profile'): Promise<ProfileParts> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError(
      said(
        `${where} ${file}: cannot be read as JSON: ${message}`,
        `${where} ${file}: не читається як JSON: ${message}`,
      ),
    );
  }
  const parsed = learnedProfile.safeParse(content, inOurWords);
  if (parsed.success) {
    requireOperations(parsed.data, `${where} ${file}`);
    return partsOf(parsed.data);
  }
  const [issue] = parsed.error.issues;
  const [problem = ''] = issue ? problemsOf(learnedProfile, issue) : [];
  throw new UsageError(said(`${where} ${file}: ${problem}`, `${where} ${file}: ${configProblem(problem)}`));
}

/** An answer that was captured for no operation would never be served. @throws {UsageError} */
function requireOperations({ captured = [] }: LearnedProfile, where: string): void {
  const wrong = captured.find(({ operation }) => operation !== '*' && !Object.hasOwn(operations, operation));
  if (!wrong) return;
  const { operation } = wrong;
  throw new UsageError(
    said(
      `${where}: captured: there is no operation ${operation}; docs/fidelity.md lists them all`,
      `${where}: captured: операції ${operation} немає; усі перелічено в docs/fidelity.md`,
    ),
  );
}
