import { said, UsageError } from '../../contract/texts/said.js';
import { inUkrainian } from '../../contract/texts/said-by-dcm/index.js';

/** Why a state file cannot be used. */
export type StateFileProblem =
  | 'corrupt'
  | 'foreign'
  | 'version'
  | 'in-use'
  | 'unwritable'
  | 'mounted'
  | 'lost';

/** A state file that cannot be used, and what the user can do. */
export class StateFileError extends UsageError {
  override readonly name = 'StateFileError';

  constructor(
    readonly code: StateFileProblem,
    /** The path of the file with the problem. */
    readonly file: string,
    readonly says: string,
    readonly advice: string,
    cause?: unknown,
  ) {
    const uk = (text: string) => inUkrainian(text) ?? text;
    super(
      said(`${file}: ${says}. ${advice}`, `${file}: ${uk(says)}. ${uk(advice)}`),
      cause === undefined ? {} : { cause },
    );
  }
}

/** What the operating system refused (folder missing, no permission, disk full), as a StateFileError. */
export function unwritable(file: string, cause: unknown): StateFileError {
  if (cause instanceof StateFileError) return cause;
  const advice = 'Check that its folder exists and is writable, and that the disk has free space.';
  return new StateFileError(
    'unwritable',
    file,
    `cannot be read or written (${reasonOf(cause)})`,
    advice,
    cause,
  );
}

/** The problem, for readers who must not learn where files are. */
export function withoutPath(error: unknown): string {
  if (error instanceof StateFileError) return error.says;
  const [first = ''] = reasonOf(error).split(', ');
  return first.includes('/') ? (codeOf(error) ?? 'see the messages of the mock') : first;
}

/** The `code` of an error of the operating system, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A file that was changed while in use, by a program that ignores the lock. */
export function lost(file: string): StateFileError {
  const advice =
    'Put it back, or stop this process. Once the folder exists again, the whole state is written anew.';
  return new StateFileError('lost', file, 'the file was deleted, shortened or replaced while in use', advice);
}
