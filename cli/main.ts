#!/usr/bin/env node
import { CommanderError } from 'commander';
import { endWithin } from '../mock-server/system.js';
import { flushed, guardEnds, isCutShort } from './end/early.js';
import { exitCodes, reportError } from './exit.js';
import { spokenLanguage } from './language.js';
import { createProgram } from './program.js';
import { leaveOthers, tellFailure } from './worker-link.js';

/** The command `dcm`. */

const language = spokenLanguage(process.argv.slice(2), process.env);

/** Milliseconds after which a command that has failed ends, whatever it has left open. */
const failedLimitMs = 1000;

async function finish(run: () => Promise<number>): Promise<void> {
  let failed = false;
  const code = await run().catch((error) => {
    failed = true;
    return isCutShort() ? exitCodes.toolFailed : failure(error);
  });
  await flushed();
  if (isCutShort()) return;
  process.exitCode = code;
  if (!failed) return;
  leaveOthers();
  endWithin(failedLimitMs, code);
}

/** Says why the command has failed, once for all processes that it has started; returns its exit code. */
async function failure(error: unknown): Promise<number> {
  let text = '';
  const code = reportError(error, language, (said) => {
    text = said;
  });
  if (!(await tellFailure(text))) console.error(text);
  return code;
}

guardEnds(language);

try {
  await createProgram({ language, finish }).parseAsync();
} catch (error) {
  // Commander has already printed its message; help and version are not errors.
  if (!(error instanceof CommanderError)) process.exitCode = reportError(error, language);
  else process.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage;
}
