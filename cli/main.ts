#!/usr/bin/env node
import { CommanderError } from 'commander';
import { flushed, guardEnds, isCutShort } from './end/early.js';
import { exitCodes, reportError } from './exit.js';
import { spokenLanguage } from './language.js';
import { createProgram } from './program.js';

/** The command `dcm`. */

const language = spokenLanguage(process.argv.slice(2), process.env);

async function finish(run: () => Promise<number>): Promise<void> {
  const code = await run().catch((error) =>
    isCutShort() ? exitCodes.toolFailed : reportError(error, language),
  );
  await flushed();
  if (!isCutShort()) process.exitCode = code;
}

guardEnds(language);

try {
  await createProgram({ language, finish }).parseAsync();
} catch (error) {
  // Commander has already printed its message; help and version are not errors.
  if (!(error instanceof CommanderError)) process.exitCode = reportError(error, language);
  else process.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage;
}
