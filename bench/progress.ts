/** Reports progress on stderr; on a terminal each line replaces the one before. */
export function progress(text: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[K  ${text} ...` : `  ${text} ...\n`);
}

/** Clears the line, so that results can be printed. */
export function progressDone(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
}
