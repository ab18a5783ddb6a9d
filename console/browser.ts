/** What only a browser has: used only here. */

/** Does something after the given milliseconds, unless the returned function is called first. */
export function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

declare const dcmVersion: string;

/** Version of this program; the build fills it in. */
export const version = (): string => dcmVersion;

/** Offers a file to the reader, as a download. */
export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Name of the only page that this site shows; empty if it shows all. */
export const shownAlone = (): string => document.documentElement.dataset.shows ?? '';
