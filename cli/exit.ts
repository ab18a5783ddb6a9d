/** Exit codes that are not a verdict's; scripts rely on them. */
export const exitCodes = { usage: 2, toolFailed: 3 } as const;

/** Something that the user has to put right: printed without a stack, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

const usageErrors = new Set([
  'UsageError',
  'SelectionError',
  'KeysFileError',
  'StateFileError',
  'ListenError',
  'ReportFolderError',
]);

/** Prints an error for a person and gives the exit code that it stands for. */
export function reportError(error: unknown): number {
  if (error instanceof Error && usageErrors.has(error.name)) {
    const advice = 'advice' in error && typeof error.advice === 'string' ? `\n${error.advice}` : '';
    console.error(`dcm: ${error.message}${advice}`);
    return exitCodes.usage;
  }
  console.error('dcm: the tool failed:', error);
  return exitCodes.toolFailed;
}
