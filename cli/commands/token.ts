import { type Flow, flows } from '../../contract/bank-service.js';
import { readKeysFile } from '../../mock-server/keys.js';
import { systemClock } from '../../mock-server/system.js';
import { forgeToken, type TokenDefect, tokenDefects } from '../../steps/token-forge.js';
import { UsageError } from '../exit.js';

export interface TokenCommand {
  readonly keys: string;
  readonly obj: string;
  readonly sub: string;
  readonly flow: string;
  readonly ttl: string;
  readonly defect?: string;
}

/** `dcm token`: a token as DCM would send it, or with a defect, for curl. */
export async function token(options: TokenCommand): Promise<number> {
  const { signing } = await readKeysFile(options.keys);
  const ttl = Number(options.ttl);
  if (!Number.isInteger(ttl)) throw new UsageError(`--ttl ${options.ttl}: expected whole seconds`);
  const iat = Math.floor(systemClock.now() / 1000);
  const { obj, sub } = options;
  const claims = { flow: flowOf(options.flow), obj, sub, iat, exp: iat + ttl };
  console.log(forgeToken(signing, claims, defectOf(options.defect)) ?? '');
  return 0;
}

function flowOf(text: string): Flow {
  const flow = flows.find((one) => one === text);
  if (!flow) throw new UsageError(`--flow ${text}: expected one of ${flows.join(', ')}`);
  return flow;
}

function defectOf(text: string | undefined): TokenDefect | undefined {
  if (text === undefined) return undefined;
  if (Object.hasOwn(tokenDefects, text)) return text as TokenDefect;
  const known = Object.entries(tokenDefects).map(([name, says]) => `  ${name.padEnd(16)} ${says}`);
  throw new UsageError(`--defect ${text}: expected one of\n${known.join('\n')}`);
}
