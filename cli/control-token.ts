import { readFile } from 'node:fs/promises';
import { type Said, said, UsageError } from '../contract/texts/said.js';
import {
  controlTokenProblem,
  metricsTokenProblem,
  viewerTokenProblem,
} from '../mock-server/control/token.js';

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
  if (controlToken !== undefined) return checkedControl('--control-token', controlToken);
  if (controlTokenFile !== undefined)
    return checkedControl('--control-token-file', await read('--control-token-file', controlTokenFile));
  const given = environment[variable];
  return given === undefined ? undefined : checkedControl(variable, given);
}

/**
 * The token that opens `/metrics`: from a file, or from DCM_METRICS_TOKEN; undefined if neither is set.
 *
 * @throws {UsageError} if it is empty or too short
 */
export const metricsTokenOf = (
  file: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> =>
  tokenOf({ option: '--metrics-token-file', file }, 'DCM_METRICS_TOKEN', environment, metricsTokenProblem);

/**
 * The token that only reads: from a file, or from DCM_VIEWER_TOKEN; undefined if neither is set.
 *
 * @param controlToken the other one
 * @throws {UsageError} if it is empty, too short or the same as the other
 */
export const viewerTokenOf = (
  file: string | undefined,
  controlToken: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> =>
  tokenOf({ option: '--viewer-token-file', file }, 'DCM_VIEWER_TOKEN', environment, (token) =>
    token === controlToken
      ? said(
          'the viewer token must not be the control token: whoever has it could change everything',
          'токен перегляду не може бути токеном керування: його власник міг би все змінювати',
        )
      : viewerTokenProblem(token),
  );

async function tokenOf(
  { option, file }: { readonly option: string; readonly file: string | undefined },
  variable: string,
  environment: NodeJS.ProcessEnv,
  problemOf: (token: string) => Said | undefined,
): Promise<string | undefined> {
  const given = file === undefined ? environment[variable] : await read(option, file);
  if (given === undefined) return undefined;
  return checked(file === undefined ? variable : option, given, problemOf(given));
}

async function read(option: string, file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw new UsageError(
      said(
        `${option} ${file}: cannot be read: ${(error as Error).message}`,
        `${option} ${file}: файл не читається: ${(error as Error).message}`,
      ),
    );
  }
}

/** @param problem why it cannot be used */
function checked(from: string, token: string, problem: Said | undefined): string {
  if (problem === undefined) return token;
  throw new UsageError(said(`${from}: ${problem.en}`, `${from}: ${problem.uk}`));
}

function checkedControl(from: string, token: string): string {
  const problem = controlTokenProblem(token);
  const without =
    problem &&
    said(
      `${problem.en}. Without a token, the control API is available on loopback only.`,
      `${problem.uk}. Без нього API керування доступний лише з цього комп’ютера.`,
    );
  return checked(from, token, without);
}
