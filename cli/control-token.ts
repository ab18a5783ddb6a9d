import { readFile } from 'node:fs/promises';
import { said, UsageError } from '../contract/texts/said.js';
import { controlTokenProblem } from '../mock-server/control/token.js';

export interface ControlTokenOptions {
  readonly controlToken?: string;
  readonly controlTokenFile?: string;
}

const variable = 'DCM_CONTROL_TOKEN';

/**
 * The token of the control API: from the command line (visible to other users of the machine), from a file, or from the
 * environment variable DCM_CONTROL_TOKEN; undefined if none of them is set.
 *
 * @throws {UsageError} if it is empty or too short
 */
export async function controlTokenOf(
  { controlToken, controlTokenFile }: ControlTokenOptions,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  if (controlToken !== undefined && controlTokenFile !== undefined) {
    throw new UsageError(
      said(
        'use --control-token or --control-token-file, not both',
        'укажіть або --control-token, або --control-token-file',
      ),
    );
  }
  if (controlToken !== undefined) return checked('--control-token', controlToken);
  if (controlTokenFile !== undefined) return checked('--control-token-file', await read(controlTokenFile));
  const given = environment[variable];
  return given === undefined ? undefined : checked(variable, given);
}

async function read(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw new UsageError(
      said(
        `--control-token-file ${file}: cannot be read: ${(error as Error).message}`,
        `--control-token-file ${file}: файл не читається: ${(error as Error).message}`,
      ),
    );
  }
}

function checked(from: string, token: string): string {
  const problem = controlTokenProblem(token);
  if (problem === undefined) return token;
  throw new UsageError(
    said(
      `${from}: ${problem.en}. Without a token, the control API is available on loopback only.`,
      `${from}: ${problem.uk}. Без нього API керування доступний лише з цього комп’ютера.`,
    ),
  );
}
