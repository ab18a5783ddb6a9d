import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { printableLines } from '../../contract/printable.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { packageRoot } from '../../mock-server/installation.js';
import { bankYaml, environmentExample } from '../init/bank-yaml.js';
import { ciJob } from '../init/ci.js';
import { hooks, hookText, isHookLanguage } from '../init/hook.js';
import { type Person, personAt, settingsFrom } from '../init/questions.js';
import type { Settings } from '../init/settings.js';
import { asCommand } from '../init/shell.js';
import { outcomeText } from '../init/texts.js';
import { type NewFile, type Outcome, writeNew } from '../init/write.js';
import { languageOf } from '../language.js';

export interface InitCommand extends Partial<Settings> {
  readonly yes?: boolean;
  /** Beside an existing bank.yaml. */
  readonly add?: boolean;
  readonly lang?: string;
}

/** Whoever sits at the terminal; undefined if this is none. */
const personHere = (): Person | undefined =>
  process.stdin.isTTY === true ? personAt(process.stdin, process.stdout) : undefined;

async function filesFor(settings: Settings): Promise<NewFile[]> {
  const { hook, ci, actsUrl } = settings;
  const language = isHookLanguage(hook) ? hook : undefined;
  const job = ciJob(ci, language && hooks[language].run);
  return [
    ['bank.yaml', bankYaml(settings)],
    ['.env.example', environmentExample],
    ...(job ? [job] : []),
    ...(language ? [[hooks[language].file, await hookText(language, actsUrl)] as const] : []),
  ];
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** There is a bank.yaml, and the command was not told to leave it. */
const alreadyThere = (file: string) =>
  new UsageError(
    said(
      `${file} already exists, so nothing was written. Write what is missing beside it with --add, or choose another folder: dcm init FOLDER`,
      `${file} уже існує, тож нічого не записано. Додайте --add, щоб записати поруч лише те, чого бракує, або вкажіть іншу теку: dcm init ТЕКА`,
    ),
  );

function expectSomething({ written, left }: Outcome): void {
  if (written.length > 0) return;
  throw new UsageError(
    said(
      `nothing was written, because everything already exists: ${left.join(', ')}`,
      `нічого не записано, бо все вже існує: ${left.join(', ')}`,
    ),
  );
}

/**
 * `dcm init`: writes what a bank starts from, and says what to do next.
 *
 * @param folder may be new
 * @param findPerson who is asked for what the options do not say
 */
export async function init(folder: string, options: InitCommand, findPerson = personHere): Promise<number> {
  const language = languageOf(options.lang);
  const { yes = false, add = false, lang: _, ...given } = options;
  const config = join(folder, 'bank.yaml');
  if (!add && (await exists(config))) throw alreadyThere(config);
  const person = yes ? undefined : findPerson();
  const settings = await settingsFrom(given, { yes, person, language }).finally(() => person?.close());
  const outcome = await writeNew(folder, await filesFor(settings));
  expectSomething(outcome);
  const command = asCommand(process.env, packageRoot);
  console.log(printableLines(outcomeText({ ...outcome, folder, command, settings, language })));
  return 0;
}
