import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A word as a shell reads it back. */
export const quoted = (word: string): string =>
  /^[\w./@%+:,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/**
 * What makes `dcm` a command of the user's shell; undefined if it is one already.
 *
 * @param root folder of `dcm.mjs`
 */
export function asCommand(env: NodeJS.ProcessEnv, root: string): string | undefined {
  // npx puts the program on the path of that one command only.
  const folders = env.npm_command === 'exec' ? [] : (env.PATH ?? '').split(delimiter);
  if (folders.some((folder) => folder !== '' && existsSync(join(folder, 'dcm')))) return undefined;
  return `dcm() { node ${quoted(join(root, 'dcm.mjs'))} "$@"; }`;
}
