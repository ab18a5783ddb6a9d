import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readJson } from '../contract/read-json.js';
import { result } from '../contract/result.js';

const told = result.pick({ scenarios: true });

/**
 * When the run whose reports are in this folder ended, if the bank fetched new keys of DCM in it; in milliseconds since
 * 1970. Until its cooldown is over, such a bank may know only keys that ended with that run, and refuse those of a new
 * one.
 */
export async function keysTurnedAt(folder: string): Promise<number | undefined> {
  const file = join(folder, 'result.json');
  try {
    const [{ mtimeMs }, text] = await Promise.all([stat(file), readFile(file, 'utf8')]);
    const turned = told
      .parse(readJson(text))
      .scenarios.some(
        ({ step, rules, verdict }) => step === 2 && rules.includes('JWT-10') && verdict === 'passed',
      );
    return turned ? mtimeMs : undefined;
  } catch {
    // No run, or one of another version: nothing to wait for.
    return undefined;
  }
}
