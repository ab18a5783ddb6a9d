import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { printable } from '../../contract/printable.js';
import { readJson } from '../../contract/read-json.js';
import { result } from '../../contract/result.js';
import { said } from '../../contract/texts/said.js';
import { statementDifferences, statementOf } from '../../reports/statement.js';
import { UsageError } from '../exit.js';
import { openStatement } from '../statement/jws.js';
import { makeStatementKey, readStatementKey } from '../statement/keys.js';
import { suiteDigests } from '../statement/suite.js';

/** `dcm statement key FILE`: a key pair that signs statements. */
export async function statementKey(file: string): Promise<number> {
  const { publicFile, kid } = await makeStatementKey(file);
  console.log(`private key  ${file} (keep it secret; for dcm verify --statement-key)`);
  console.log(`public key   ${publicFile} (give it to whoever verifies; dcm statement verify --key)`);
  console.log(`kid          ${kid}`);
  return 0;
}

/**
 * `dcm statement verify FILE`: 0 when the signature holds and the reports beside it give the same statement again,
 * 1 when anything was changed. @throws {UsageError} when there is nothing to verify
 */
export async function verifyStatement(file: string, options: { readonly key?: string }): Promise<number> {
  const trusted = options.key === undefined ? undefined : await readStatementKey(options.key, 'public');
  const jws = await readFile(file, 'utf8').catch((error: Error) => {
    throw new UsageError(
      said(`${file}: cannot be read: ${error.message}`, `${file}: файл не читається: ${error.message}`),
    );
  });
  const opened = await openStatement(jws, trusted).catch((error: Error) => error);
  if (opened instanceof Error) return refused(file, [opened.message]);
  const { statement, kid } = opened;
  const changes = await changesOf(statement, dirname(file));
  if (changes.length > 0) return refused(file, changes);
  console.log(`✓ ${file} holds: the reports beside it are as they were when it was signed`);
  console.log(
    printable(
      `  ${statement.verdict} (exit ${statement.exit_code}), ${statement.target}, ${statement.started_at}`,
    ),
  );
  for (const [label, value] of narrowed(statement)) console.log(`  ${label}: ${printable(value)}`);
  console.log(
    `  key ${printable(String(kid))}${trusted ? ', the given one' : ', carried by the statement itself'}`,
  );
  if (trusted === undefined) {
    console.log('! Anybody can make such a key: name the one you trust with --key.');
  }
  console.log(printable(`! ${statement.proves}`));
  return 0;
}

/** What narrows the verdict, as the statement has it. */
function narrowed(statement: Readonly<Record<string, unknown>>): [string, string][] {
  return (['selection', 'switched_off', 'profile_changes', 'waivers'] as const)
    .map((name): [string, string] => [name, JSON.stringify(statement[name])])
    .filter(([, value]) => value !== '[]' && value !== '""');
}

async function changesOf(statement: Readonly<Record<string, unknown>>, folder: string): Promise<string[]> {
  const names = Object.keys((statement.files ?? {}) as object).map((name) => basename(name));
  const texts: Record<string, string> = {};
  const missing: string[] = [];
  for (const name of names) {
    try {
      texts[name] = await readFile(join(folder, name), 'utf8');
    } catch {
      missing.push(`${name} is not beside the statement`);
    }
  }
  if (missing.length > 0) return missing;
  const tree = result.safeParse(readJson(texts['result.json'] ?? ''));
  if (!tree.success) return ['result.json is not a result any more'];
  return statementDifferences(statement, statementOf(tree.data, texts, await suiteDigests())).map(inWords);
}

function inWords(difference: string): string {
  if (difference.startsWith('files.')) return `changed after signing: ${difference.slice('files.'.length)}`;
  if (difference.startsWith('digests.')) {
    return `this installation has other ${difference.slice('digests.'.length)} (verify with the version that made the run)`;
  }
  return difference;
}

function refused(file: string, reasons: readonly string[]): number {
  console.log(`✗ ${file} does not hold`);
  for (const reason of reasons) console.log(`  ${reason}`);
  return 1;
}
