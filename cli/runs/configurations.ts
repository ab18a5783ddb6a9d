import { resolve } from 'node:path';
import { said, UsageError } from '../../contract/texts/said.js';
import { type Configuration, reference } from './runner.js';

/**
 * The configurations that may be verified from the console, by the alias of their bank: a browser names one of them,
 * never a file.
 *
 * @param keys the keys file of the mock, if it was named
 * @throws {UsageError} if one cannot be read, or two have the same alias
 */
export async function configurationsIn(
  files: readonly string[],
  keys: string | undefined,
): Promise<{ readonly configurations: readonly Configuration[]; readonly keys: string | undefined }> {
  if (files.length === 0) return { configurations: [], keys };
  const { loadConfig } = await import('../config/load.js');
  const configurations: Configuration[] = [];
  let ofFirst: string | undefined;
  for (const file of files) {
    const loaded = await loadConfig(file);
    const { alias: name } = loaded.config.bank;
    const other = configurations.find((one) => one.name === name);
    if (other !== undefined || name === reference) throw taken(file, name, other?.file ?? '');
    configurations.push({ name, file: resolve(file) });
    ofFirst ??= loaded.path(loaded.config.dcm.keys);
  }
  return { configurations, keys: keys ?? ofFirst };
}

const taken = (file: string, name: string, other: string): UsageError =>
  new UsageError(
    other === ''
      ? said(
          `--verify ${file}: ${name} is the name of the reference bank; give the bank another alias`,
          `--verify ${file}: ${name} є назвою еталонного банку; дайте банку інший псевдонім`,
        )
      : said(
          `--verify ${file}: ${other} is about a bank with the alias ${name}, too; give one of them another alias`,
          `--verify ${file}: у файлі ${other} банк теж має псевдонім ${name}; дайте одному з них інший`,
        ),
  );
