import { type Claims, claims as claimShape, type Flow, flows } from '../../contract/bank-service.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { forgeToken, type TokenDefect, tokenDefects } from '../../contract/token-forge.js';
import { readKeysFile } from '../../mock-server/keys-file.js';
import { systemClock } from '../../mock-server/system.js';
import { impostorToken } from '../../steps/impostor.js';
import { claimsOf } from '../../steps/token-claims.js';
import { unknownChoice } from '../choice.js';

export interface TokenCommand {
  readonly keys: string;
  readonly obj: string;
  readonly sub: string;
  readonly flow: string;
  readonly ttl: string;
  /** Seconds by which both times are shifted. */
  readonly shift?: string;
  /** Claims left out. */
  readonly without?: readonly string[];
  readonly defect?: string;
  /** A kid that is not DCM's: a throwaway key signs. */
  readonly asKid?: string;
  readonly alg?: string;
}

/** `dcm token`: creates a token as DCM would send it, or with a defect, for use with curl. */
export async function token(options: TokenCommand): Promise<number> {
  const { signing } = await readKeysFile(options.keys);
  const { obj, sub, ttl, shift = '0', without = [] } = options;
  const content = {
    flow: flowOf(options.flow),
    obj,
    sub,
    lifetimeS: wholeSeconds('--ttl', ttl),
    shiftS: wholeSeconds('--shift', shift),
    without: without.map(claimOf),
  };
  const claims = claimsOf(content, systemClock.now());
  if (options.asKid !== undefined) {
    const { asKid: kid, alg = 'RS256', defect } = options;
    if (defect !== undefined)
      throw new UsageError(said('--as-kid does not work with --defect', '--as-kid не діє разом із --defect'));
    console.log(await impostorToken({ kid, alg }, claims).catch(() => unknownAlgorithm(alg)));
    return 0;
  }
  if (options.alg !== undefined)
    throw new UsageError(said('--alg works only with --as-kid', '--alg діє лише разом із --as-kid'));
  console.log(forgeToken(signing, claims, defectOf(options.defect)) ?? '');
  return 0;
}

function wholeSeconds(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value)) return value;
  throw new UsageError(
    said(
      `${option} ${text}: expected a whole number of seconds`,
      `${option} ${text}: очікувано цілу кількість секунд`,
    ),
  );
}

const claimNames = Object.keys(claimShape.shape) as (keyof Claims)[];

function claimOf(text: string): keyof Claims {
  const claim = claimNames.find((known) => known === text);
  if (!claim)
    throw unknownChoice('--without', text, Object.fromEntries(claimNames.map((name) => [name, ''])));
  return claim;
}

function unknownAlgorithm(alg: string): never {
  throw new UsageError(
    said(
      `--alg ${alg}: expected a JOSE algorithm, e.g. RS256, ES256 or EdDSA`,
      `--alg ${alg}: очікувано алгоритм JOSE, наприклад RS256, ES256 або EdDSA`,
    ),
  );
}

function flowOf(text: string): Flow {
  const flow = flows.find((known) => known === text);
  if (!flow) throw unknownChoice('--flow', text, Object.fromEntries(flows.map((name) => [name, ''])));
  return flow;
}

function defectOf(text: string | undefined): TokenDefect | undefined {
  if (text === undefined) return undefined;
  if (Object.hasOwn(tokenDefects, text)) return text as TokenDefect;
  throw unknownChoice('--defect', text, tokenDefects);
}
