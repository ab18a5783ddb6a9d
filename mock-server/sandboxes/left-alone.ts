import { alike, type Said, SaidError, said, UsageError } from '../../contract/texts/said.js';

/** A sandbox of an earlier process that cannot be opened. Its name stays taken, and nothing of it is touched. */
export const leftAlone = (sandbox: string, why: Said): UsageError =>
  new UsageError(
    said(
      `sandbox ${sandbox} cannot be opened and is left alone; all others work: ${why.en}`,
      `пісочницю ${sandbox} не вдалося відкрити, її не змінено; решта працює: ${why.uk}`,
    ),
  );

export const whyOf = (error: unknown): Said =>
  error instanceof SaidError ? error.said : alike(error instanceof Error ? error.message : String(error));
